package io.brenier.platform.security.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.brenier.platform.security.AllowedScopes;
import io.brenier.platform.security.Scope;
import io.brenier.platform.security.SecuredService;
import io.brenier.platform.security.key.ApiKeys;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import tools.jackson.databind.JsonNode;

/** Every operation against every kind of caller. The operations are those that the service maps, so that none can be forgotten. */
class AuthorisationMatrixIT extends SecuredService {

    /** Paths that everybody may ask for; whatever else is mapped must be under /v1 or /v2 and have a rule. */
    private static final List<String> OPEN = List.of("/error", "/v3/api-docs", "/swagger-ui");

    private static final String MISSING = "00000000-0000-7000-8000-000000000000";

    private final RequestMappingHandlerMapping mappings;
    private final JdbcClient jdbc;

    @Autowired
    AuthorisationMatrixIT(
            @Qualifier("requestMappingHandlerMapping") RequestMappingHandlerMapping mappings, JdbcClient jdbc) {
        this.mappings = mappings;
        this.jdbc = jdbc;
    }

    @Test
    void everyOperationOfTheDocumentIsAMappedOneWithItsScope() throws Exception {
        Set<String> documented = new HashSet<>();
        JsonNode document = json(get("/v3/api-docs"));
        document.path("paths")
                .properties()
                .forEach(path -> path.getValue().properties().forEach(operation -> {
                    documented.add(operation.getKey().toUpperCase(java.util.Locale.ROOT) + " " + path.getKey());
                    assertThat(operation.getValue().path("security").size())
                            .as(path.getKey())
                            .isPositive();
                    assertThat(operation.getValue().path("responses").has("401"))
                            .isTrue();
                    assertThat(operation.getValue().path("responses").has("403"))
                            .isTrue();
                }));

        assertThat(document.path("components").path("securitySchemes").size()).isPositive();
        assertThat(operations().stream().map(Mapped::place)).containsAll(documented);
    }

    @TestFactory
    Stream<DynamicTest> noOperationLacksARule() {
        return mappings.getHandlerMethods().entrySet().stream()
                .flatMap(entry -> entry.getKey().getPatternValues().stream()
                        .filter(path -> OPEN.stream().noneMatch(path::startsWith))
                        .map(path -> DynamicTest.dynamicTest(path, () -> {
                            assertThat(path).matches("/v[12](/.*)?");
                            assertThat(AllowedScopes.of(entry.getValue()))
                                    .as("%s: put @Allowed on it", entry.getValue())
                                    .isPresent();
                        })));
    }

    @TestFactory
    Stream<DynamicTest> whoMayDoWhat() throws Exception {
        Map<String, String> things = Fixtures.make(this::asAlice);
        String expired = expired();
        String revoked = revoked();
        List<Credential> callers = List.of(
                new Credential("nobody", "", null),
                new Credential("an expired key", expired, null),
                new Credential("a revoked key", revoked, null),
                new Credential("a made-up key", "brn_" + "A".repeat(43), null),
                new Credential("read", key("alice", Scope.READ), Scope.READ),
                new Credential("train", key("alice", Scope.TRAIN), Scope.TRAIN),
                new Credential("admin", key("root", Scope.ADMIN), Scope.ADMIN));
        Credential other = new Credential("another owner", key("bob", Scope.TRAIN), Scope.TRAIN);
        List<DynamicTest> tests = new ArrayList<>();
        for (Mapped operation : operations()) {
            for (Credential caller : callers) {
                tests.add(DynamicTest.dynamicTest(
                        operation.place() + " as " + caller.name(), () -> judge(operation, caller)));
            }
            if (operation.hasThings() && Scope.TRAIN.includes(operation.scope())) {
                tests.add(DynamicTest.dynamicTest(
                        operation.place() + " as another owner",
                        () -> isNotThere(operation, operation.on(things), other)));
            }
        }
        tests.add(DynamicTest.dynamicTest(
                "alice's things are still there", () -> Fixtures.verify(this::asAlice, things)));
        tests.add(DynamicTest.dynamicTest("another owner's lists are empty", () -> listsNothing(other)));
        return tests.stream();
    }

    /** Aimed at what is not there, so that nothing is destroyed: what counts is who is let through. */
    private void judge(Mapped operation, Credential caller) throws Exception {
        HttpResponse<byte[]> answer = call(operation, operation.on(Map.of()), caller.key());
        int status = answer.statusCode();
        Scope granted = caller.scope();
        if (granted == null) {
            assertThat(status).isEqualTo(401);
            assertThat(json(answer).path("code").asString()).isEqualTo("unauthorized");
            assertThat(header(answer, "WWW-Authenticate")).startsWith("Bearer");
        } else if (!granted.includes(operation.scope())) {
            assertThat(status).isEqualTo(403);
            assertThat(json(answer).path("code").asString()).isEqualTo("forbidden");
        } else {
            assertThat(status).as(text(answer)).isNotIn(401, 403).isLessThan(500);
        }
    }

    /** The same answer as for a thing that nobody has. */
    private void isNotThere(Mapped operation, String path, Credential caller) throws Exception {
        HttpResponse<byte[]> answer = call(operation, path, caller.key());
        if (operation.place().equals("POST /v1/models/{model}/versions")) {
            // A name, unlike an identifier, is chosen: that it is taken must be said.
            assertThat(answer.statusCode()).as(text(answer)).isEqualTo(409);
            assertThat(json(answer).path("code").asString()).isEqualTo("model_name_taken");
            return;
        }
        assertThat(answer.statusCode()).as(text(answer)).isEqualTo(404);
        HttpResponse<byte[]> missing = call(operation, operation.on(Map.of()), caller.key());
        assertThat(missing.statusCode()).as(text(missing)).isEqualTo(404);
        assertThat(json(answer).path("code")).isEqualTo(json(missing).path("code"));
    }

    private void listsNothing(Credential caller) throws Exception {
        for (String list : List.of("/v1/sample-sets", "/v1/training-jobs", "/v1/models", "/v1/sweeps")) {
            assertThat(json(get(list, bearer(caller.key()))).path("items").size())
                    .as(list)
                    .isZero();
            assertThat(json(get(list, bearer(key("root", Scope.ADMIN))))
                            .path("items")
                            .size())
                    .as(list)
                    .isPositive();
        }
    }

    private HttpResponse<byte[]> call(Mapped operation, String path, String key) throws Exception {
        List<String> headers = new ArrayList<>();
        if (!key.isEmpty()) {
            headers.addAll(List.of("Authorization", "Bearer " + key));
        }
        headers.addAll(List.of("If-Match", "*"));
        String type = operation.bodyType();
        if (type != null) {
            headers.addAll(List.of("Content-Type", type));
        }
        return send(operation.method(), path, Fixtures.body(operation.place(), type), headers.toArray(String[]::new));
    }

    private List<Mapped> operations() {
        List<Mapped> operations = new ArrayList<>();
        for (Map.Entry<RequestMappingInfo, HandlerMethod> entry :
                mappings.getHandlerMethods().entrySet()) {
            RequestMappingInfo info = entry.getKey();
            for (String path : info.getPatternValues()) {
                if (OPEN.stream().noneMatch(path::startsWith)) {
                    for (RequestMethod method : info.getMethodsCondition().getMethods()) {
                        operations.add(new Mapped(
                                method.name(),
                                path,
                                AllowedScopes.of(entry.getValue()).orElse(Scope.ADMIN),
                                info.getConsumesCondition().getConsumableMediaTypes().stream()
                                        .map(Object::toString)
                                        .findFirst()
                                        .orElse(null)));
                    }
                }
            }
        }
        assertThat(operations).hasSizeGreaterThan(40);
        return operations;
    }

    private HttpResponse<byte[]> asAlice(String method, String path, String body) throws Exception {
        return sendJson(method, path, body, bearer(key("alice", Scope.TRAIN)));
    }

    private String expired() {
        ApiKeys.Made made = made("alice", Scope.ADMIN, Instant.now().plusSeconds(60));
        jdbc.sql("update api_keys set expires_at = created_at where id = :id")
                .param("id", made.key().id())
                .update();
        return made.secret().reveal();
    }

    private String revoked() {
        ApiKeys.Made made = made("alice", Scope.ADMIN, null);
        keys().revoke(made.key().id());
        return made.secret().reveal();
    }

    private record Credential(
            String name, String key, @Nullable Scope scope) {}

    private record Mapped(
            String method,
            String path,
            Scope scope,
            @Nullable String bodyType) {

        String place() {
            return method + " " + path;
        }

        boolean hasThings() {
            return path.contains("{");
        }

        /** The path with the names of things in the place of its variables; of things that nobody has where the map is empty. */
        String on(Map<String, String> things) {
            String kind = path.split("/", -1)[2];
            return path.replace("{id}", things.getOrDefault(kind, MISSING))
                    .replace("{model}", things.getOrDefault("models", "no-such-model"))
                    .replace("{version}", "1")
                    .replace("{number}", "1")
                    .replace("{alias}", "latest")
                    .replace("{step}", things.getOrDefault("step", "1"));
        }
    }
}
