package io.brenier.platform.security.web;

import io.brenier.platform.ProblemCode;
import io.brenier.platform.ProblemException;
import io.brenier.platform.security.Caller;
import io.brenier.platform.security.JwtProperties;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtException;
import org.springframework.stereotype.Component;

/** Recognises who a token was issued to. */
@Component
class IssuedTokens {

    private static final Logger log = LoggerFactory.getLogger(IssuedTokens.class);
    private static final int RETRY_SECONDS = 5;

    private final Optional<JwtDecoder> decoder;
    private final JwtCallers callers;

    IssuedTokens(Optional<JwtDecoder> decoder, JwtProperties properties) {
        this.decoder = decoder;
        this.callers = new JwtCallers(properties);
    }

    /** @throws ProblemException unauthorized, or issuer_unavailable where the issuer's keys cannot be had */
    Caller recognise(String token) {
        JwtDecoder issuers = decoder.orElseThrow(() ->
                refused("the Authorization header holds no API key of this service, and it takes no other tokens"));
        try {
            return callers.of(issuers.decode(token));
        } catch (BadJwtException bad) {
            log.debug("A token was refused: {}", bad.getMessage());
            throw refused(
                    "the token is not valid here: it must be signed by the issuer, name this service's audience, and not"
                            + " have expired");
        } catch (JwtException unjudged) {
            log.warn("The issuer's keys cannot be had: {}", unjudged.getMessage());
            throw ProblemException.retryLater(
                    ProblemCode.ISSUER_UNAVAILABLE,
                    "the token cannot be judged now, since its issuer does not answer; try again.",
                    RETRY_SECONDS);
        }
    }

    private static ProblemException refused(String why) {
        return ProblemException.of(ProblemCode.UNAUTHORIZED, why + ".");
    }
}
