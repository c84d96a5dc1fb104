package io.brenier.platform.limits;

import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** A request whose body is counted as it is read: what may be read of it is decided once its operation is known. */
final class MeteredRequest extends HttpServletRequestWrapper {

    static final String ATTRIBUTE = MeteredRequest.class.getName();

    private final Ticket ticket = new Ticket();
    private BodyMeter meter = BodyMeter.NONE;
    private @Nullable ServletInputStream body;

    MeteredRequest(HttpServletRequest request) {
        super(request);
        request.setAttribute(ATTRIBUTE, this);
    }

    Ticket ticket() {
        return ticket;
    }

    void meter(BodyMeter by) {
        meter = by;
    }

    @Override
    public ServletInputStream getInputStream() throws IOException {
        if (body == null) {
            body = new MeteredStream(super.getInputStream(), count -> meter.read(count));
        }
        return body;
    }

    /** Told how many bytes have been read so far; refuses more by throwing. */
    @FunctionalInterface
    interface BodyMeter {

        BodyMeter NONE = _ -> {};

        void read(long count);
    }
}
