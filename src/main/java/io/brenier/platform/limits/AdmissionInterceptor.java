package io.brenier.platform.limits;

import io.brenier.platform.ProblemCode;
import io.brenier.platform.ProblemException;
import io.brenier.platform.web.OperationAnnotations;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.MediaType;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;

/** Lets an expensive operation in where there is room, and bounds the JSON of the others. Runs once the caller is known and allowed. */
final class AdmissionInterceptor implements HandlerInterceptor {

    /** Where the length is not told, memory is taken as the body comes, so much of the body at a time. */
    private static final int PORTION = 1 << 16;

    private final Admission admission;
    private final AdmissionProperties properties;

    AdmissionInterceptor(Admission admission, AdmissionProperties properties) {
        this.admission = admission;
        this.properties = properties;
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (request.getDispatcherType() == DispatcherType.REQUEST
                && handler instanceof HandlerMethod operation
                && request.getAttribute(MeteredRequest.ATTRIBUTE) instanceof MeteredRequest metered) {
            Expensive expensive =
                    OperationAnnotations.find(operation, Expensive.class).orElse(null);
            if (expensive != null && expensive.counted()) {
                admit(metered, expensive);
            } else if (expensive == null && isJson(request)) {
                boundJson(metered);
            }
        }
        return true;
    }

    private void admit(MeteredRequest request, Expensive expensive) {
        Ticket ticket = request.ticket();
        ticket.enter(admission);
        long length = Math.max(0, request.getContentLengthLong());
        ticket.take(expensive.atLeast() + length * expensive.perBodyByte());
        if (expensive.perBodyByte() > 0) {
            request.meter(new Growth(ticket, length, expensive.perBodyByte())::read);
        }
    }

    private void boundJson(MeteredRequest request) {
        long most = properties.maxJsonBytes().toBytes();
        if (request.getContentLengthLong() > most) {
            throw tooLong(most);
        }
        request.meter(count -> {
            if (count > most) {
                throw tooLong(most);
            }
        });
    }

    private static ProblemException tooLong(long most) {
        return ProblemException.of(
                ProblemCode.PAYLOAD_TOO_LARGE,
                "The body is longer than the %,d bytes of JSON that are read here (brenier.admission.max-json-bytes)."
                        .formatted(most));
    }

    private static boolean isJson(HttpServletRequest request) {
        String type = request.getContentType();
        return type != null && type.startsWith(MediaType.APPLICATION_JSON_VALUE);
    }

    /** Takes memory for what of a body was not paid for in advance. */
    private static final class Growth {

        private final Ticket ticket;
        private final int perByte;
        private long paid;

        Growth(Ticket ticket, long paid, int perByte) {
            this.ticket = ticket;
            this.paid = paid;
            this.perByte = perByte;
        }

        void read(long count) {
            while (count > paid) {
                ticket.take((long) PORTION * perByte);
                paid += PORTION;
            }
        }
    }
}
