package io.brenier.bench.chaos;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;

/** The network between the fleet and its stores: it can stall, and it can drop. */
final class Toxiproxy implements AutoCloseable {

    private final HttpClient http = HttpClient.newHttpClient();
    private final Process server;
    private final String root;

    private Toxiproxy(Process server, int port) {
        this.server = server;
        this.root = "http://127.0.0.1:" + port;
    }

    /** @param program the toxiproxy server's */
    static Toxiproxy start(Path program, Path log) throws IOException, InterruptedException {
        int port = Stores.freePort();
        Process server = new ProcessBuilder(program.toString(), "-host", "127.0.0.1", "-port", Integer.toString(port))
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        Toxiproxy proxy = new Toxiproxy(server, port);
        Waiting.until(Duration.ofSeconds(20), "toxiproxy answers", proxy::answers);
        return proxy;
    }

    /** A way to a port of this machine; its own port. */
    int proxy(String name, int to) throws IOException, InterruptedException {
        int port = Stores.freePort();
        send(
                "POST",
                "/proxies",
                "{\"name\": \"%s\", \"listen\": \"127.0.0.1:%d\", \"upstream\": \"127.0.0.1:%d\"}"
                        .formatted(name, port, to));
        return port;
    }

    /** Nothing goes either way, and no connection is closed. */
    void stall(String name) throws IOException, InterruptedException {
        toxic(name, "up", "upstream");
        toxic(name, "down", "downstream");
    }

    /** Every connection is closed, and no new one is taken. */
    void drop(String name) throws IOException, InterruptedException {
        send("POST", "/proxies/" + name, "{\"enabled\": false}");
    }

    void heal(String name) throws IOException, InterruptedException {
        send("POST", "/proxies/" + name, "{\"enabled\": true}");
        for (String toxic : new String[] {"up", "down"}) {
            send("DELETE", "/proxies/%s/toxics/%s".formatted(name, toxic), "");
        }
    }

    private void toxic(String name, String toxic, String stream) throws IOException, InterruptedException {
        send(
                "POST",
                "/proxies/%s/toxics".formatted(name),
                "{\"name\": \"%s\", \"type\": \"timeout\", \"stream\": \"%s\", \"attributes\": {\"timeout\": 0}}"
                        .formatted(toxic, stream));
    }

    private boolean answers() throws InterruptedException {
        try {
            send("GET", "/version", "");
            return true;
        } catch (IOException notYet) {
            return false;
        }
    }

    private void send(String method, String path, String body) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(root + path))
                .timeout(Duration.ofSeconds(10))
                .method(method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body))
                .build();
        HttpResponse<String> response = http.send(request, HttpResponse.BodyHandlers.ofString());
        boolean gone = method.equals("DELETE") && response.statusCode() == 404;
        if (response.statusCode() >= 300 && !gone) {
            throw new IOException("%s %s: %d %s".formatted(method, path, response.statusCode(), response.body()));
        }
    }

    @Override
    public void close() throws InterruptedException {
        server.destroy();
        server.waitFor();
        http.close();
    }
}
