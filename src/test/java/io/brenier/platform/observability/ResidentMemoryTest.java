package io.brenier.platform.observability;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ResidentMemoryTest {

    @TempDir
    Path folder;

    @Test
    void readsTheResidentSizeInBytes() throws IOException {
        Path status = Files.writeString(folder.resolve("status"), "Name:\tjava\nVmRSS:\t    2048 kB\nThreads:\t3\n");

        assertThat(new ResidentMemory(status).bytes()).hasValue(2048 * 1024);
    }

    @Test
    void isEmptyWhereTheSystemDoesNotTell() {
        assertThat(new ResidentMemory(folder.resolve("missing")).bytes()).isEmpty();
    }
}
