import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;

/**
 * Photos to colours and back, for the demo: a photo's pixels as an npy array of [height × width, 3] floats in [0, 1], and such an array
 * as a PNG of a photo's size.
 *
 * <pre>
 * java Colours.java read PHOTO COLOURS.npy
 * java Colours.java paint PHOTO COLOURS.npy PICTURE.png
 * java Colours.java join PICTURE.png LEFT RIGHT
 * </pre>
 */
final class Colours {

    private static final int NPY_VERSION_1_PREFIX = 10;

    void main(String[] arguments) throws IOException {
        switch (arguments) {
            case String[] a when a.length == 3 && a[0].equals("read") -> read(Path.of(a[1]), Path.of(a[2]));
            case String[] a when a.length == 4 && a[0].equals("paint") ->
                paint(Path.of(a[1]), Path.of(a[2]), Path.of(a[3]));
            case String[] a when a.length == 4 && a[0].equals("join") ->
                join(Path.of(a[1]), Path.of(a[2]), Path.of(a[3]));
            default ->
                throw new IllegalArgumentException(
                        "usage: read PHOTO COLOURS.npy | paint PHOTO COLOURS.npy PICTURE.png | join PICTURE.png LEFT RIGHT");
        }
    }

    private static void read(Path photo, Path npy) throws IOException {
        BufferedImage image = load(photo);
        int count = image.getWidth() * image.getHeight();
        String dictionary = "{'descr': '<f4', 'fortran_order': False, 'shape': (%d, 3), }".formatted(count);
        int padding = 63 - (NPY_VERSION_1_PREFIX + dictionary.length()) % 64;
        String header = dictionary + " ".repeat(padding) + "\n";
        ByteBuffer bytes = ByteBuffer.allocate(NPY_VERSION_1_PREFIX + header.length() + 12 * count)
                .order(ByteOrder.LITTLE_ENDIAN)
                .put((byte) 0x93)
                .put("NUMPY".getBytes(StandardCharsets.US_ASCII))
                .put((byte) 1)
                .put((byte) 0)
                .putShort((short) header.length())
                .put(header.getBytes(StandardCharsets.US_ASCII));
        for (int y = 0; y < image.getHeight(); y++) {
            for (int x = 0; x < image.getWidth(); x++) {
                int rgb = image.getRGB(x, y);
                for (int shift = 16; shift >= 0; shift -= 8) {
                    bytes.putFloat((rgb >> shift & 0xff) / 255f);
                }
            }
        }
        Files.write(npy, bytes.array());
    }

    private static void paint(Path photo, Path npy, Path picture) throws IOException {
        BufferedImage size = load(photo);
        BufferedImage painted = new BufferedImage(size.getWidth(), size.getHeight(), BufferedImage.TYPE_INT_RGB);
        ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(npy)).order(ByteOrder.LITTLE_ENDIAN);
        int start = NPY_VERSION_1_PREFIX + Short.toUnsignedInt(bytes.getShort(8));
        int count = painted.getWidth() * painted.getHeight();
        if (bytes.capacity() != start + 12 * count) {
            throw new IOException("%s does not hold %d colours".formatted(npy, count));
        }
        bytes.position(start);
        for (int y = 0; y < painted.getHeight(); y++) {
            for (int x = 0; x < painted.getWidth(); x++) {
                int rgb = 0;
                for (int channel = 0; channel < 3; channel++) {
                    rgb = rgb << 8 | Math.clamp(Math.round(bytes.getFloat() * 255), 0, 255);
                }
                painted.setRGB(x, y, rgb);
            }
        }
        ImageIO.write(painted, "png", picture.toFile());
    }

    private static void join(Path picture, Path left, Path right) throws IOException {
        BufferedImage first = load(left);
        BufferedImage second = load(right);
        int gap = 8;
        BufferedImage joined = new BufferedImage(
                first.getWidth() + gap + second.getWidth(),
                Math.max(first.getHeight(), second.getHeight()),
                BufferedImage.TYPE_INT_RGB);
        var graphics = joined.createGraphics();
        graphics.setColor(java.awt.Color.WHITE);
        graphics.fillRect(0, 0, joined.getWidth(), joined.getHeight());
        graphics.drawImage(first, 0, 0, null);
        graphics.drawImage(second, first.getWidth() + gap, 0, null);
        graphics.dispose();
        ImageIO.write(joined, "png", picture.toFile());
    }

    private static BufferedImage load(Path file) throws IOException {
        BufferedImage image = ImageIO.read(file.toFile());
        if (image == null) {
            throw new IOException(file + " is no picture that Java can read");
        }
        return image;
    }
}
