package io.brenier.platform.plot;

/** Width and height of a picture, in pixels. */
public record Size(int width, int height) {

    public Size {
        if (width < 1 || height < 1) {
            throw new IllegalArgumentException("a picture cannot have %d × %d pixels".formatted(width, height));
        }
    }
}
