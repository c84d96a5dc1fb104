package io.brenier.platform.storage.s3;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.ResponseInputStream;
import software.amazon.awssdk.http.AbortableInputStream;

class ResumingStreamTest {

    private final byte[] content = new byte[10_000];
    private final List<Long> openedAt = new ArrayList<>();

    ResumingStreamTest() {
        new Random(1).nextBytes(content);
    }

    @Test
    void goesOnWhereAConnectionBroke() throws IOException {
        try (InputStream in = new ResumingStream(position -> breaking(position, 3000), content.length, 2)) {
            assertThat(in.readAllBytes()).isEqualTo(content);
        }

        assertThat(openedAt).containsExactly(0L, 3000L, 6000L, 9000L);
    }

    @Test
    void anEarlyEndIsABrokenConnection() throws IOException {
        ResumingStream.Opening opening = position -> response(
                position,
                new ByteArrayInputStream(content, (int) position, Math.min(4000, content.length - (int) position)));

        try (InputStream in = new ResumingStream(opening, content.length, 2)) {
            assertThat(in.readAllBytes()).isEqualTo(content);
        }
    }

    @Test
    void givesUpWhereNothingComes() throws IOException {
        try (InputStream in = new ResumingStream(position -> breaking(position, 0), content.length, 3)) {
            assertThatThrownBy(in::read).isInstanceOf(IOException.class).hasMessage("broken");
        }

        assertThat(openedAt).hasSize(3);
    }

    private ResponseInputStream<String> breaking(long position, int after) {
        int given = Math.min(after, content.length - (int) position);
        InputStream bytes =
                new ByteArrayInputStream(Arrays.copyOfRange(content, (int) position, (int) position + given));
        return response(position, new SequenceInputStream(bytes, new InputStream() {
            @Override
            public int read() throws IOException {
                throw new IOException("broken");
            }
        }));
    }

    private ResponseInputStream<String> response(long position, InputStream bytes) {
        openedAt.add(position);
        return new ResponseInputStream<>("", AbortableInputStream.create(bytes));
    }
}
