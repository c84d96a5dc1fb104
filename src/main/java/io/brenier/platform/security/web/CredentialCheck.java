package io.brenier.platform.security.web;

import io.brenier.platform.ProblemCode;
import io.brenier.platform.ProblemException;
import io.brenier.platform.database.DatabaseOutage;
import io.brenier.platform.security.Caller;
import io.brenier.platform.security.key.ApiKeys;
import io.brenier.platform.security.key.Secret;
import org.springframework.dao.DataAccessException;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.server.resource.authentication.BearerTokenAuthenticationToken;
import org.springframework.stereotype.Component;

/** Tells who sent a request: an API key is known by its first characters, everything else is taken for a token of the issuer. */
@Component
class CredentialCheck {

    private static final int RETRY_SECONDS = 2;

    private final ApiKeys keys;
    private final IssuedTokens tokens;
    private final FailedLogins failures;

    CredentialCheck(ApiKeys keys, IssuedTokens tokens, FailedLogins failures) {
        this.keys = keys;
        this.tokens = tokens;
        this.failures = failures;
    }

    /** @param address where the request came from */
    Authentication authenticate(Authentication asked, String address) {
        String given = ((BearerTokenAuthenticationToken) asked).getToken();
        try {
            failures.requireFew(address, given);
            Caller caller = given.startsWith(Secret.PREFIX) ? keys.recognise(given) : tokens.recognise(given);
            failures.succeeded(given);
            return new CallerAuthentication(caller);
        } catch (ProblemException refused) {
            if (refused.code() == ProblemCode.UNAUTHORIZED) {
                failures.failed(address);
            }
            throw new UnrecognisedCallerException(refused);
        } catch (DataAccessException failure) {
            if (!DatabaseOutage.is(failure)) {
                throw failure;
            }
            throw new UnrecognisedCallerException(ProblemException.retryLater(
                    ProblemCode.DATABASE_UNAVAILABLE,
                    "The key cannot be looked up, since the database does not answer at present; ask again.",
                    RETRY_SECONDS));
        }
    }
}
