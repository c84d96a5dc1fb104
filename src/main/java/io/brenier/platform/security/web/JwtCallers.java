package io.brenier.platform.security.web;

import io.brenier.platform.ProblemCode;
import io.brenier.platform.ProblemException;
import io.brenier.platform.security.Caller;
import io.brenier.platform.security.JwtProperties;
import io.brenier.platform.security.Scope;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.jwt.Jwt;

/** Owner and scopes of a token, by the claims that the settings name. */
final class JwtCallers {

    private static final Pattern OWNER = Pattern.compile("[!-~]{1,200}");

    private final JwtProperties properties;
    private final Map<Scope, List<String>> granting;

    JwtCallers(JwtProperties properties) {
        this.properties = properties;
        this.granting =
                Map.of(Scope.READ, properties.read(), Scope.TRAIN, properties.train(), Scope.ADMIN, properties.admin());
    }

    Caller of(Jwt token) {
        String owner = token.getClaimAsString(properties.ownerClaim());
        if (owner == null || !OWNER.matcher(owner).matches()) {
            throw ProblemException.of(
                    ProblemCode.UNAUTHORIZED,
                    "the token's claim '%s' names no owner: it must have 1 to 200 printable ASCII characters and no spaces."
                            .formatted(properties.ownerClaim()));
        }
        return new Caller(owner, scopes(token.getClaims().get(properties.scopeClaim())), "jwt");
    }

    private Set<Scope> scopes(@Nullable Object claim) {
        List<String> given = switch (claim) {
            case String text -> Arrays.asList(text.split(" ", -1));
            case Collection<?> list -> list.stream().map(String::valueOf).toList();
            case null, default -> List.of();
        };
        Set<Scope> scopes = EnumSet.noneOf(Scope.class);
        granting.forEach((scope, words) -> {
            if (words.stream().anyMatch(given::contains)) {
                scopes.add(scope);
            }
        });
        return scopes;
    }
}
