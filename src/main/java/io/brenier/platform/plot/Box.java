package io.brenier.platform.plot;

/** A rectangle of a picture, in pixels from its upper left corner. */
public record Box(double left, double top, double right, double bottom) {

    public double width() {
        return right - left;
    }

    public double height() {
        return bottom - top;
    }

    /** The corners, in turn. */
    public Polyline outline() {
        return new Polyline(new double[] {left, right, right, left}, new double[] {top, top, bottom, bottom});
    }
}
