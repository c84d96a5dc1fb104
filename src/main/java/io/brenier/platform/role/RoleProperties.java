package io.brenier.platform.role;

import jakarta.validation.constraints.NotNull;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * What this process does.
 *
 * @param role {@code all}, {@code api} or {@code worker}
 */
@Validated
@ConfigurationProperties("brenier")
public record RoleProperties(@NotNull @DefaultValue("all") Role role) {}
