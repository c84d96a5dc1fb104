package io.brenier.platform.security.key;

import static org.assertj.core.api.Assertions.assertThat;

import io.brenier.platform.security.Scope;
import io.brenier.platform.security.SecuredService;
import java.net.http.HttpResponse;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

class ApiKeysIT extends SecuredService {

    private final JdbcClient jdbc;

    @Autowired
    ApiKeysIT(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Test
    void anAdminMakesListsAndRevokesKeys() throws Exception {
        String[] admin = bearer(key("root", Scope.ADMIN));
        HttpResponse<byte[]> made = sendJson(
                "POST",
                "/v1/api-keys",
                "{\"owner\": \"alice\", \"name\": \"notebook\", \"scope\": \"train\", \"expires_at\": \"2999-01-01T00:00:00Z\"}",
                admin);
        assertThat(made.statusCode()).as(text(made)).isEqualTo(201);
        assertThat(header(made, "Cache-Control")).isEqualTo("no-store");
        String key = json(made).path("key").asString();
        assertThat(key).matches("brn_[A-Za-z0-9_-]{43}");
        JsonNode kept = json(get(header(made, "Location"), admin));
        assertThat(kept).isEqualTo(json(made).path("api_key"));
        assertThat(kept.path("owner").asString()).isEqualTo("alice");
        assertThat(kept.path("scope").asString()).isEqualTo("train");
        assertThat(key).startsWith(kept.path("hint").asString());
        assertThat(kept.path("last_used_at").isNull()).isTrue();

        assertThat(get("/v1/models", bearer(key)).statusCode()).isEqualTo(200);
        JsonNode listed = json(get("/v1/api-keys?page_size=1", admin));
        assertThat(listed.path("items").get(0).path("id")).isEqualTo(kept.path("id"));
        assertThat(listed.path("items").get(0).path("last_used_at").isNull()).isFalse();
        assertThat(listed.path("next_page_token").asString()).isNotEmpty();

        assertThat(delete(header(made, "Location"), admin).statusCode()).isEqualTo(204);
        assertThat(delete(header(made, "Location"), admin).statusCode()).isEqualTo(204);
        HttpResponse<byte[]> refused = get("/v1/models", bearer(key));
        assertThat(refused.statusCode()).isEqualTo(401);
        assertThat(json(refused).path("detail").asString()).contains("revoked");
        assertThat(json(get(header(made, "Location"), admin)).path("revoked_at").isNull())
                .isFalse();
    }

    @Test
    void onlyTheHashOfAKeyIsKept() {
        String key = key("hashed", Scope.READ);

        String row = jdbc.sql("select * from api_keys where owner = 'hashed'")
                .query()
                .singleRow()
                .toString();

        assertThat(row).doesNotContain(key).doesNotContain(key.substring(12));
        assertThat(keys().create(new NewApiKey("hashed", "n", Scope.READ, null)).toString())
                .doesNotContainPattern("brn_[A-Za-z0-9_-]{20}");
    }

    @Test
    void anExpiredKeyIsRefusedWithTheTime() throws Exception {
        ApiKeys.Made made = made("late", Scope.READ, Instant.now().plusSeconds(60));
        jdbc.sql("update api_keys set expires_at = created_at where id = :id")
                .param("id", made.key().id())
                .update();

        HttpResponse<byte[]> refused = get("/v1/models", bearer(made.secret().reveal()));

        assertThat(refused.statusCode()).isEqualTo(401);
        assertThat(json(refused).path("detail").asString()).contains("expired at");
        assertThat(header(refused, "WWW-Authenticate")).isEqualTo("Bearer realm=\"brenier\", error=\"invalid_token\"");
    }

    @Test
    void badRequestsForKeysAreToldApart() throws Exception {
        String[] admin = bearer(key("root", Scope.ADMIN));
        assertRefused("{\"name\": \"n\", \"scope\": \"read\"}", "owner is missing", admin);
        assertRefused("{\"owner\": \"a b\", \"name\": \"n\", \"scope\": \"read\"}", "no spaces", admin);
        assertRefused("{\"owner\": \"a\", \"name\": \"n\", \"scope\": \"root\"}", "read, train, admin", admin);
        assertRefused("{\"owner\": \"a\", \"name\": \"\\n\", \"scope\": \"read\"}", "printable", admin);
        assertRefused(
                "{\"owner\": \"a\", \"name\": \"n\", \"scope\": \"read\", \"expires_at\": \"2001-01-01T00:00:00Z\"}",
                "is past",
                admin);
        assertThat(get("/v1/api-keys/nonsense", admin).statusCode()).isEqualTo(404);
    }

    private void assertRefused(String body, String why, String... admin) throws Exception {
        HttpResponse<byte[]> refused = sendJson("POST", "/v1/api-keys", body, admin);
        assertThat(refused.statusCode()).as(body).isEqualTo(400);
        assertThat(json(refused).path("detail").asString()).contains(why);
    }
}
