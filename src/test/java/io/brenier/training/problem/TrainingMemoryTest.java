package io.brenier.training.problem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.brenier.platform.ProblemCode;
import io.brenier.platform.ProblemException;
import io.brenier.platform.role.Role;
import io.brenier.transport.dual.W2DualSpec;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.util.unit.DataSize;

class TrainingMemoryTest {

    private static final W2DualSpec SOLVER = W2DualSpec.defaults(2, 100_000);
    private static final SideRows SMALL = new SideRows(100_000, 0);
    private static final SideRows LARGE = new SideRows(1_000_000_000, 0);

    @Test
    void keepsAllThatFits() {
        assertThat(memory("512MB").residency(SOLVER, 2, SMALL, SMALL)).isEqualTo(new Residency(100_000, 100_000));
    }

    @Test
    void keepsADrawOfWhatDoesNotFitAndNoMoreThanIsAllowed() {
        Residency both = memory("512MB").residency(SOLVER, 2, LARGE, LARGE);
        Residency one = memory("512MB").residency(SOLVER, 2, LARGE, SMALL);

        assertThat(both.source()).isEqualTo(both.target()).isBetween(1_000_000L, 512L << 20 >> 5);
        assertThat(one.target()).isEqualTo(100_000);
        assertThat(one.source()).isGreaterThan(both.source());
    }

    @Test
    void refusesWhatDoesNotFitEvenAsAStreamAndSaysHowMuchItNeeds() {
        W2DualSpec wide = W2DualSpec.defaults(4096, 100_000);

        ProblemException refusal = catchThrowableOfType(
                ProblemException.class, () -> memory("512MB").residency(wide, 4096, SMALL, SMALL));

        assertThat(refusal.code()).isEqualTo(ProblemCode.JOB_TOO_LARGE);
        assertThat(refusal.detail())
                .contains("4096 dimensions", "512 MB are allowed")
                .containsPattern("about [0-9,]+ MB");
        assertThat(memory("16GB").residency(wide, 4096, SMALL, SMALL)).isEqualTo(new Residency(100_000, 100_000));
    }

    @Test
    void aProcessThatDoesNotTrainRefusesOnlyWhatItWasToldOf() {
        W2DualSpec wide = W2DualSpec.defaults(4096, 100_000);
        SideRows huge = new SideRows(1_000, 1_000_000_000_000L);

        assertThatCode(() -> memory(null, Role.API).requireFitting(wide, 4096, huge, huge))
                .doesNotThrowAnyException();
        assertThat(catchThrowableOfType(
                                ProblemException.class,
                                () -> memory("512MB", Role.API).requireFitting(wide, 4096, huge, huge))
                        .code())
                .isEqualTo(ProblemCode.JOB_TOO_LARGE);
    }

    private static TrainingMemory memory(String limit) {
        return memory(limit, Role.ALL);
    }

    private static TrainingMemory memory(@Nullable String limit, Role role) {
        return new TrainingMemory(new MemoryProperties(limit == null ? null : DataSize.parse(limit)), 1, role);
    }
}
