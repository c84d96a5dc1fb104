package io.brenier.platform.security.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.brenier.platform.security.Scope;
import io.brenier.platform.security.SecuredService;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AuthenticationIT extends SecuredService {

    @ParameterizedTest
    @ValueSource(strings = {"/livez", "/readyz", "/actuator/health", "/v3/api-docs", "/swagger-ui.html"})
    void everybodySeesHealthAndTheDescription(String path) throws Exception {
        assertThat(get(path).statusCode()).isLessThan(400);
    }

    @Test
    void onlyAdminsSeeTheDetailsOfHealth() throws Exception {
        assertThat(text(get("/readyz"))).contains("UP").doesNotContain("components");
        assertThat(text(get("/actuator/health", bearer(key("a", Scope.TRAIN))))).doesNotContain("components");
        assertThat(text(get("/actuator/health", bearer(key("root", Scope.ADMIN)))))
                .contains("components", "engine");
    }

    @Test
    void figuresTakeAKeyAndTheRestOfTheActuatorAnAdmins() throws Exception {
        String[] reader = bearer(key("prometheus", Scope.READ));
        assertThat(get("/actuator/prometheus").statusCode()).isEqualTo(401);
        assertThat(get("/actuator/prometheus", reader).statusCode()).isEqualTo(200);
        assertThat(get("/actuator/metrics", reader).statusCode()).isEqualTo(403);
        assertThat(get("/actuator/metrics", bearer(key("root", Scope.ADMIN))).statusCode())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/v1/models", "/v1/api-keys", "/v2/health/live", "/nowhere", "/v1/nowhere"})
    void nobodyElseGetsAnythingElse(String path) throws Exception {
        HttpResponse<byte[]> refused = get(path);

        assertThat(refused.statusCode()).isEqualTo(401);
        assertThat(header(refused, "Content-Type")).isEqualTo("application/problem+json");
        assertThat(header(refused, "WWW-Authenticate")).isEqualTo("Bearer realm=\"brenier\"");
        assertThat(refused.headers().firstValue("Set-Cookie")).isEmpty();
        assertThat(json(refused).path("code").asString()).isEqualTo("unauthorized");
        assertThat(json(refused).path("instance").asString()).isEqualTo(path);
        assertThat(header(refused, "traceparent"))
                .contains(json(refused).path("traceId").asString());
        assertThat(json(refused).has("error")).isEqualTo(path.startsWith("/v2"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Bearer brn_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
                "Bearer brn_short",
                "Bearer eyJhbGciOiJub25lIn0.e30.",
                "Bearer ",
                "Bearer a b",
                "Bearer ä"
            })
    void whatIsNoKeyIsRefused(String header) throws Exception {
        HttpResponse<byte[]> refused = get("/v1/models", "Authorization", header);

        assertThat(refused.statusCode()).isEqualTo(401);
        assertThat(json(refused).path("code").asString()).isEqualTo("unauthorized");
        assertThat(header(refused, "WWW-Authenticate")).contains("invalid_token");
    }

    @Test
    void aReaderMayNotChangeAnything() throws Exception {
        HttpResponse<byte[]> refused =
                sendJson("POST", "/v1/training-jobs", "not even JSON", bearer(key("a", Scope.READ)));

        assertThat(refused.statusCode()).isEqualTo(403);
        assertThat(json(refused).path("code").asString()).isEqualTo("forbidden");
        assertThat(json(refused).path("detail").asString()).contains("'train'", "'read'");
    }

    @Test
    void whoIsKnownIsToldWhatThereIsNot() throws Exception {
        assertThat(get("/v1/nowhere", bearer(key("a", Scope.READ))).statusCode())
                .isEqualTo(404);
    }
}
