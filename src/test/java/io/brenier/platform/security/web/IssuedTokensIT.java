package io.brenier.platform.security.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import io.brenier.platform.security.Scope;
import io.brenier.platform.security.SecuredService;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** Tokens signed by a real issuer's keys, which are fetched from it. */
class IssuedTokensIT extends SecuredService {

    private static final LocalIssuer ISSUER = new LocalIssuer();
    private static final UnaryOperator<JWTClaimsSet.Builder> AS_IS = claims -> claims;

    @DynamicPropertySource
    static void trustTheIssuer(DynamicPropertyRegistry registry) {
        registry.add("brenier.security.jwt.issuer-uri", ISSUER::uri);
        registry.add("brenier.security.jwt.audience", () -> "brenier");
    }

    @AfterEach
    void up() {
        ISSUER.down(false);
    }

    @AfterAll
    static void close() {
        ISSUER.close();
    }

    @Test
    void theScopesOfATokenAreWhatItMayDo() throws Exception {
        String none = ISSUER.token(AS_IS);
        String reads = ISSUER.token(claims -> claims.claim("scope", "openid brenier:read"));
        String trains = ISSUER.token(claims -> claims.claim("scope", List.of("brenier:train")));
        String rules = ISSUER.token(claims -> claims.claim("scope", "brenier:admin"));

        assertThat(get("/v1/models", bearer(none)).statusCode()).isEqualTo(403);
        assertThat(get("/v1/models", bearer(reads)).statusCode()).isEqualTo(200);
        assertThat(draw(reads)).isEqualTo(403);
        assertThat(draw(trains)).isEqualTo(201);
        assertThat(get("/v1/api-keys", bearer(trains)).statusCode()).isEqualTo(403);
        assertThat(get("/v1/api-keys", bearer(rules)).statusCode()).isEqualTo(200);
    }

    @Test
    void tokensThatAreNotForThisServiceAreRefused() throws Exception {
        Date past = Date.from(Instant.now().minusSeconds(600));
        Date future = Date.from(Instant.now().plusSeconds(600));
        List<String> bad = List.of(
                ISSUER.token(claims -> reading(claims).audience("another")),
                ISSUER.token(claims -> reading(claims).audience((String) null)),
                ISSUER.token(claims -> reading(claims).issuer("http://localhost:1")),
                ISSUER.token(claims -> reading(claims).expirationTime(past)),
                ISSUER.token(claims -> reading(claims).notBeforeTime(future)),
                ISSUER.token(claims -> reading(claims).subject(null)),
                ISSUER.token(claims -> reading(claims).subject("white space")),
                ISSUER.token(LocalIssuer.newKey(), IssuedTokensIT::reading),
                tampered(ISSUER.token(IssuedTokensIT::reading)),
                new PlainJWT(reading(new JWTClaimsSet.Builder()
                                        .issuer(ISSUER.uri())
                                        .audience("brenier")
                                        .subject("alice"))
                                .build())
                        .serialize());

        for (String token : bad) {
            HttpResponse<byte[]> refused = get("/v1/models", bearer(token));
            assertThat(refused.statusCode()).as(text(refused)).isEqualTo(401);
            assertThat(header(refused, "WWW-Authenticate")).contains("invalid_token");
            assertThat(text(refused)).doesNotContain(token);
        }
    }

    @Test
    void keysOfTheIssuerMayRotate() throws Exception {
        String before = ISSUER.token(IssuedTokensIT::reading);
        assertThat(get("/v1/models", bearer(before)).statusCode()).isEqualTo(200);

        ISSUER.rotate();

        String after = ISSUER.token(IssuedTokensIT::reading);
        assertThat(get("/v1/models", bearer(after)).statusCode()).isEqualTo(200);
        assertThat(get("/v1/models", bearer(before)).statusCode()).isEqualTo(401);
    }

    @Test
    void anIssuerThatDoesNotAnswerIsNotTheCallersFault() throws Exception {
        ISSUER.rotate();
        ISSUER.down(true);

        HttpResponse<byte[]> unjudged = get("/v1/models", bearer(ISSUER.token(IssuedTokensIT::reading)));

        assertThat(unjudged.statusCode()).as(text(unjudged)).isEqualTo(503);
        assertThat(header(unjudged, "Retry-After")).isEqualTo("5");
        assertThat(json(unjudged).path("code").asString()).isEqualTo("issuer_unavailable");
    }

    @Test
    void apiKeysAreTakenBesideTokens() throws Exception {
        assertThat(get("/v1/models", bearer(key("alice", Scope.READ))).statusCode())
                .isEqualTo(200);
    }

    private static JWTClaimsSet.Builder reading(JWTClaimsSet.Builder claims) {
        return claims.claim("scope", "brenier:read");
    }

    private static String tampered(String token) {
        String[] parts = token.split("\\.", -1);
        char first = parts[2].charAt(0) == 'A' ? 'B' : 'A';
        return parts[0] + "." + parts[1] + "." + first + parts[2].substring(1);
    }

    private int draw(String token) throws Exception {
        return sendJson(
                        "POST",
                        "/v1/sample-sets",
                        "{\"name\": \"drawn\", \"measure\": {\"type\": \"circle\", \"count\": 10, \"seed\": 1}}",
                        bearer(token))
                .statusCode();
    }
}
