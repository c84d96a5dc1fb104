package io.brenier.platform.security;

import jakarta.validation.constraints.Min;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Whether callers must say who they are.
 *
 * @param mode {@code on} or {@code off}; where it is not set, off on loopback and in a worker on
 * @param unauthenticatedFromAnywhere allows {@code off} where others than this machine reach the service
 * @param failedLoginsPerMinute bad keys and tokens of one address, in each process, after which no more are looked at for a while; 0: all are
 * @param openMetrics whether {@code /actuator/prometheus} is told to everybody
 */
@Validated
@ConfigurationProperties("brenier.security")
public record SecurityProperties(
        @Nullable Mode mode,
        @DefaultValue("false") boolean unauthenticatedFromAnywhere,
        @Min(0) @DefaultValue("60") int failedLoginsPerMinute,
        @DefaultValue("false") boolean openMetrics) {

    /** On: every request but those for health and the API's description needs a key or a token. */
    public enum Mode {
        ON,
        OFF
    }
}
