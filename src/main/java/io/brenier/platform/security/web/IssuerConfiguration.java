package io.brenier.platform.security.web;

import io.brenier.platform.security.JwtProperties;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.client.SimpleClientHttpRequestFactory;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.jwt.JwtAudienceValidator;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtValidators;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.security.oauth2.jwt.SupplierJwtDecoder;
import org.springframework.web.client.RestTemplate;

/** Reads the issuer's keys where it publishes them: at the first token, and again when a token names a key that is new. */
@Configuration(proxyBeanMethods = false)
class IssuerConfiguration {

    private static final Duration TIMEOUT = Duration.ofSeconds(5);

    /** Not before a token comes: the service starts also while its issuer does not answer. */
    @Bean
    @ConditionalOnProperty("brenier.security.jwt.issuer-uri")
    JwtDecoder tokensOfTheIssuer(JwtProperties properties) {
        String issuer = Objects.requireNonNull(properties.issuerUri());
        String audience = Objects.requireNonNull(properties.audience());
        return new SupplierJwtDecoder(() -> {
            NimbusJwtDecoder decoder = NimbusJwtDecoder.withIssuerLocation(issuer)
                    .restOperations(patient())
                    .build();
            decoder.setJwtValidator(new DelegatingOAuth2TokenValidator<>(
                    List.of(JwtValidators.createDefaultWithIssuer(issuer), new JwtAudienceValidator(audience))));
            return decoder;
        });
    }

    private static RestTemplate patient() {
        SimpleClientHttpRequestFactory requests = new SimpleClientHttpRequestFactory();
        requests.setConnectTimeout(TIMEOUT);
        requests.setReadTimeout(TIMEOUT);
        return new RestTemplate(requests);
    }
}
