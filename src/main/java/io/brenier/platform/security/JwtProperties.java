package io.brenier.platform.security;

import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.NotBlank;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Tokens of an OpenID Connect issuer, taken beside API keys.
 *
 * @param issuerUri the issuer; none: no tokens are taken
 * @param audience what a token must name in {@code aud}
 * @param ownerClaim the claim that names the owner
 * @param scopeClaim the claim that holds the scopes, as a list or in one text with spaces between
 * @param read what of the claim grants {@code read}
 * @param train what of the claim grants {@code train}
 * @param admin what of the claim grants {@code admin}
 */
@Validated
@ConfigurationProperties("brenier.security.jwt")
public record JwtProperties(
        @Nullable String issuerUri,
        @Nullable String audience,
        @NotBlank @DefaultValue("sub") String ownerClaim,
        @NotBlank @DefaultValue("scope") String scopeClaim,
        @DefaultValue("brenier:read") List<String> read,
        @DefaultValue("brenier:train") List<String> train,
        @DefaultValue("brenier:admin") List<String> admin) {

    /** Without it, a token that the issuer made for any other application would be taken. */
    @AssertTrue(message = "brenier.security.jwt.audience must be set where brenier.security.jwt.issuer-uri is")
    boolean isAudienceSetWithIssuer() {
        return issuerUri == null || audience != null && !audience.isBlank();
    }
}
