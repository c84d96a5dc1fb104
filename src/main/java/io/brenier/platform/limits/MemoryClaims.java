package io.brenier.platform.limits;

import io.brenier.platform.ProblemException;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.RequestContextHolder;

/** For operations that find out only on the way how much memory they take. */
@Component
public class MemoryClaims {

    /**
     * Asks for memory until the present request is over; work that is no request's is not counted.
     *
     * @throws ProblemException overloaded for now, payload_too_large for what there will never be room for
     */
    public void take(long bytes) {
        RequestAttributes request = RequestContextHolder.getRequestAttributes();
        if (request != null
                && request.getAttribute(MeteredRequest.ATTRIBUTE, RequestAttributes.SCOPE_REQUEST)
                        instanceof MeteredRequest metered) {
            metered.ticket().take(bytes);
        }
    }
}
