package io.brenier.platform.security;

import io.brenier.RunningService;
import io.brenier.platform.security.key.ApiKey;
import io.brenier.platform.security.key.ApiKeys;
import io.brenier.platform.security.key.NewApiKey;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;

/** The service as it runs where others reach it, and keys for it. */
@TestPropertySource(properties = {"brenier.security.mode=on", "brenier.security.failed-logins-per-minute=0"})
public abstract class SecuredService extends RunningService {

    @Autowired
    private @Nullable ApiKeys keys;

    protected ApiKeys keys() {
        return java.util.Objects.requireNonNull(keys);
    }

    protected ApiKeys.Made made(String owner, Scope scope, @Nullable Instant expiresAt) {
        return keys().create(new NewApiKey(owner, "test", scope, expiresAt));
    }

    protected String key(String owner, Scope scope) {
        return made(owner, scope, null).secret().reveal();
    }

    protected static String[] bearer(String key) {
        return new String[] {"Authorization", "Bearer " + key};
    }

    protected ApiKey kept(ApiKeys.Made made) {
        return keys().get(made.key().id());
    }
}
