package io.brenier.bench.chaos;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The container engine's command line. */
final class Docker {

    private Docker() {}

    /** What the command printed. */
    static String run(String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("docker"));
        command.addAll(Arrays.asList(arguments));
        Process docker = new ProcessBuilder(command).redirectErrorStream(true).start();
        String printed = new String(docker.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (docker.waitFor() != 0) {
            throw new IOException("%s: %s".formatted(String.join(" ", command), printed));
        }
        return printed.strip();
    }
}
