package io.brenier.platform.security.key;

import static org.assertj.core.api.Assertions.assertThat;

import io.brenier.BrenierApplication;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

/** The commands as an operator runs them: a process of their own, whose output is the answer. */
class ApiKeyCommandsIT {

    @TempDir
    static Path storage;

    @Test
    void theFirstKeyIsMadeWithoutAService() throws Exception {
        Ran made = command(List.of("create-api-key", "--owner=root", "--scope=admin", "--expires-in=90d"));
        assertThat(made.status()).as(made.output()).isZero();
        String key = made.output().strip();
        assertThat(key).matches("brn_[A-Za-z0-9_-]{43}");

        assertThat(withService(key)).isEqualTo(200);

        String listed = command(List.of("list-api-keys")).output();
        assertThat(listed).contains("root", "admin", "until").doesNotContain(key);
        String id = listed.substring(0, listed.indexOf('\t'));
        assertThat(command(List.of("revoke-api-key", "--id=" + id)).output()).contains(id);
        assertThat(withService(key)).isEqualTo(401);
    }

    @Test
    void aCommandThatIsNoneSaysWhatThereIs() throws Exception {
        for (List<String> wrong : List.of(
                List.of("make-coffee"),
                List.of("create-api-key", "--scope=admin"),
                List.of("create-api-key", "--owner=a", "--scope=everything"),
                List.of("create-api-key", "--owner=a", "--scope=read", "--expires-in=soon"),
                List.of("revoke-api-key", "--id=7"))) {
            Ran refused = command(wrong);
            assertThat(refused.status()).as(refused.output()).isEqualTo(1);
            assertThat(refused.output()).contains("--brenier.command=create-api-key --owner=alice");
        }
    }

    private static int withService(String key) throws IOException, InterruptedException {
        try (ConfigurableApplicationContext service = SpringApplication.run(
                BrenierApplication.class,
                "--server.port=0",
                "--brenier.security.mode=on",
                "--brenier.storage.directory=" + storage)) {
            String port = service.getEnvironment().getProperty("local.server.port");
            return HttpClient.newHttpClient()
                    .send(
                            HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/v1/api-keys"))
                                    .header("Authorization", "Bearer " + key)
                                    .build(),
                            HttpResponse.BodyHandlers.discarding())
                    .statusCode();
        }
    }

    private static Ran command(List<String> command) throws IOException, InterruptedException {
        List<String> words = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                BrenierApplication.class.getName(),
                "--brenier.storage.directory=" + storage,
                "--brenier.command=" + command.getFirst()));
        words.addAll(command.subList(1, command.size()));
        Process process = new ProcessBuilder(words)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        ByteArrayOutputStream output = new ByteArrayOutputStream();
        process.getInputStream().transferTo(output);
        return new Ran(process.waitFor(), output.toString(StandardCharsets.UTF_8));
    }

    private record Ran(int status, String output) {}
}
