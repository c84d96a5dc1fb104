package io.brenier.platform.limits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.brenier.platform.ProblemCode;
import io.brenier.platform.ProblemException;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.junit.jupiter.api.Test;
import org.springframework.util.unit.DataSize;

class AdmissionTest {

    private static final int MEGABYTE = 1 << 20;

    private final Admission admission = new Admission(
            new AdmissionProperties(DataSize.ofMegabytes(10), 2, DataSize.ofMegabytes(1)), new SimpleMeterRegistry());

    @Test
    void letsInNoMoreThanThereIsMemoryFor() {
        try (Ticket first = entered();
                Ticket second = entered()) {
            first.take(6 * MEGABYTE);
            second.take(4 * MEGABYTE);
            refuses(second, 1, ProblemCode.OVERLOADED);
            first.close();
            second.take(6 * MEGABYTE);
        }
        assertThat(admission.bytesGiven()).isZero();
    }

    @Test
    void letsInNoMoreThanSoManyAtATime() {
        Ticket first = entered();
        try (Ticket _ = entered()) {
            assertThatExceptionOfType(ProblemException.class)
                    .isThrownBy(this::entered)
                    .satisfies(refused -> {
                        assertThat(refused.code()).isEqualTo(ProblemCode.OVERLOADED);
                        assertThat(refused.retryAfterSeconds()).isEqualTo(1);
                    });
            first.close();
            entered().close();
        }
        assertThat(admission.requestsServed()).isZero();
    }

    @Test
    void saysWhatWillNeverFit() {
        try (Ticket ticket = entered()) {
            refuses(ticket, 11 * MEGABYTE, ProblemCode.PAYLOAD_TOO_LARGE);
        }
    }

    @Test
    void aTicketIsGivenBackOnce() {
        Ticket ticket = entered();
        ticket.take(MEGABYTE);
        ticket.close();
        ticket.close();
        assertThat(admission.requestsServed()).isZero();
        assertThat(admission.bytesGiven()).isZero();
    }

    private Ticket entered() {
        Ticket ticket = new Ticket();
        ticket.enter(admission);
        return ticket;
    }

    private static void refuses(Ticket ticket, long bytes, ProblemCode code) {
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> ticket.take(bytes))
                .satisfies(refused -> assertThat(refused.code()).isEqualTo(code));
    }
}
