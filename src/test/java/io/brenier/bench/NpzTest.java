package io.brenier.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NpzTest {

    @TempDir
    private Path folder;

    @Test
    void readsScalarsVectorsAndMatrices() throws IOException {
        Path file = folder.resolve("arrays.npz");
        NpzFile.write(
                file,
                Map.of(
                        "scalar", new FloatArray(new int[0], new float[] {0.5f}),
                        "matrix", new FloatArray(new int[] {2, 3}, new float[] {1, 2, 3, 4, 5, 6})));

        Map<String, FloatArray> arrays = Npz.read(file);

        assertThat(arrays).containsOnlyKeys("scalar", "matrix");
        assertThat(arrays.get("scalar").scalar()).isEqualTo(0.5f);
        assertThat(arrays.get("matrix").shape()).containsExactly(2, 3);
        assertThat(arrays.get("matrix").values()).containsExactly(1, 2, 3, 4, 5, 6);
    }

    @Test
    void readsDoublesAndIntegers() throws IOException {
        ByteBuffer buffer = ByteBuffer.allocate(8).order(ByteOrder.LITTLE_ENDIAN);

        assertThat(readSingle("<f8", buffer.putDouble(0, 2.5).array().clone())).containsExactly(2.5f);
        assertThat(readSingle("<i8", buffer.putLong(0, -3).array().clone())).containsExactly(-3f);
    }

    @Test
    void refusesBigEndianNumbers() {
        assertThatThrownBy(() -> readSingle(">f8", new byte[8]))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("header");
    }

    private float[] readSingle(String type, byte[] content) throws IOException {
        Path file = folder.resolve("single.npz");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
            zip.putNextEntry(new ZipEntry("a.npy"));
            zip.write(NpzFile.npy(type, new int[] {1}, content));
        }
        return Npz.read(file).get("a").values();
    }
}
