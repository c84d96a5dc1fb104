package io.brenier.platform.plot;

/** The shape of an arrow: a shaft and a head, as matplotlib's quiver draws them. One that is shorter than its head is the head, made smaller. */
public final class Arrow {

    private static final double HEAD_WIDTH = 3;
    private static final double HEAD_LENGTH = 5;
    private static final double NOTCH = 4.5;

    private Arrow() {}

    /** From a point to another, with a shaft of the given width. */
    public static Polyline between(double x1, double y1, double x2, double y2, double width) {
        double length = Math.hypot(x2 - x1, y2 - y1);
        double w = Math.min(width, length / HEAD_LENGTH);
        double ux = length == 0 ? 1 : (x2 - x1) / length;
        double uy = length == 0 ? 0 : (y2 - y1) / length;
        double notch = length - NOTCH * w;
        double barb = length - HEAD_LENGTH * w;
        double[] along = {0, notch, barb, length, barb, notch, 0};
        double[] across = {-w / 2, -w / 2, -HEAD_WIDTH * w / 2, 0, HEAD_WIDTH * w / 2, w / 2, w / 2};
        double[] x = new double[along.length];
        double[] y = new double[along.length];
        for (int i = 0; i < along.length; i++) {
            x[i] = x1 + along[i] * ux - across[i] * uy;
            y[i] = y1 + along[i] * uy + across[i] * ux;
        }
        return new Polyline(x, y);
    }
}
