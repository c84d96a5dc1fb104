package io.brenier.platform.observability;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalLong;
import java.util.stream.Stream;

/** The memory that the operating system counts for this process, read from Linux' procfs. */
final class ResidentMemory {

    private static final String PREFIX = "VmRSS:";

    private final Path status;

    ResidentMemory(Path status) {
        this.status = status;
    }

    /** Bytes resident; empty where the system has no such file or line. */
    OptionalLong bytes() {
        try (Stream<String> lines = Files.lines(status)) {
            return lines.filter(line -> line.startsWith(PREFIX))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("[^0-9]", "")) * 1024)
                    .findFirst();
        } catch (IOException e) {
            return OptionalLong.empty();
        }
    }
}
