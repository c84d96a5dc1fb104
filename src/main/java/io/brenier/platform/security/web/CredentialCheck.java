package io.brenier.platform.security.web;

import io.brenier.platform.ProblemException;
import io.brenier.platform.security.key.ApiKeys;
import io.brenier.platform.security.key.Secret;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.server.resource.authentication.BearerTokenAuthenticationToken;
import org.springframework.stereotype.Component;

/** Tells who sent a request: an API key is known by its first characters, everything else is taken for a token of the issuer. */
@Component
class CredentialCheck implements AuthenticationManager {

    private final ApiKeys keys;
    private final IssuedTokens tokens;

    CredentialCheck(ApiKeys keys, IssuedTokens tokens) {
        this.keys = keys;
        this.tokens = tokens;
    }

    @Override
    public Authentication authenticate(Authentication asked) {
        String given = ((BearerTokenAuthenticationToken) asked).getToken();
        try {
            return new CallerAuthentication(
                    given.startsWith(Secret.PREFIX) ? keys.recognise(given) : tokens.recognise(given));
        } catch (ProblemException refused) {
            throw new UnrecognisedCallerException(refused);
        }
    }
}
