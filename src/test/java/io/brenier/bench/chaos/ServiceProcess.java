package io.brenier.bench.chaos;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One process of the fleet, from the packaged jar. It keeps its name and port over its deaths. */
final class ServiceProcess implements AutoCloseable {

    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final String name;
    private final int port;
    private final Path log;
    private final List<String> command;
    private @Nullable Process process;
    private long downUntil = System.nanoTime();

    ServiceProcess(String name, String role, Path jar, Path folder, List<String> settings) throws IOException {
        this.name = name;
        this.port = Stores.freePort();
        this.log = folder.resolve(name + ".log");
        Path directory = Files.createDirectories(folder.resolve(name));
        command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                // A process that lives for a minute is not worth the second compiler.
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Xmx320m",
                "--enable-native-access=ALL-UNNAMED",
                "-jar",
                jar.toString(),
                "--brenier.role=" + role,
                "--brenier.training.worker=" + name,
                "--brenier.storage.directory=" + directory,
                "--server.address=127.0.0.1",
                "--server.port=" + port));
        command.addAll(settings);
    }

    String name() {
        return name;
    }

    String root() {
        return "http://127.0.0.1:" + port;
    }

    synchronized void start() throws IOException {
        if (!isAlive()) {
            process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                    .start();
        }
    }

    /** What a container engine does: starts what has ended, not before its time; a process also ends where it finds no database. */
    synchronized void keepUp() throws IOException {
        if (System.nanoTime() - downUntil >= 0) {
            start();
        }
    }

    /** Should it end, it stays down for so long. */
    synchronized void holdDown(Duration time) {
        downUntil = System.nanoTime() + time.toNanos();
    }

    /** SIGKILL. */
    synchronized void kill() throws InterruptedException {
        if (process != null) {
            process.destroyForcibly().waitFor();
        }
    }

    /** SIGTERM, and what a container engine does when that does not help in time. */
    void terminate() throws InterruptedException {
        Process stopping = process;
        if (stopping != null) {
            stopping.destroy();
            if (!Waiting.within(Duration.ofSeconds(60), () -> !stopping.isAlive())) {
                kill();
            }
        }
    }

    synchronized boolean isAlive() {
        return process != null && process.isAlive();
    }

    boolean isReady() throws InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(root() + "/readyz"))
                .timeout(Duration.ofSeconds(5))
                .build();
        try {
            return HTTP.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException notYet) {
            return false;
        }
    }

    /** @throws IllegalStateException if it does not become ready */
    void awaitReady(Duration patience) throws InterruptedException {
        Waiting.until(patience, "%s is ready, see %s".formatted(name, log), this::isReady);
    }

    @Override
    public void close() throws InterruptedException {
        kill();
    }
}
