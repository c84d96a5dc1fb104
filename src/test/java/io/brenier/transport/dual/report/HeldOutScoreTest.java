package io.brenier.transport.dual.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.brenier.transport.dual.GaussianSpec;
import io.brenier.transport.dual.TrainingProblem;
import io.brenier.transport.dual.problem.NetworkPair;
import io.brenier.transport.dual.problem.StandardProblem;
import io.brenier.transport.measure.GaussianSamples;
import io.brenier.transport.network.AffineMlpMap;
import org.junit.jupiter.api.Test;

class HeldOutScoreTest {

    private final StandardProblem problem = StandardProblem.of(new TrainingProblem(
            GaussianSamples.isotropic(500, 1, 1, 0, 0),
            GaussianSamples.isotropic(500, 3, 2, 1, 1),
            null,
            null,
            new GaussianSpec(),
            1));
    private final NetworkPair gaussian = problem.gaussian().pair();

    @Test
    void needsNoSolverWhereTheAmortizerIsExact() {
        HeldOutScore.Score solved = new HeldOutScore(problem).of(gaussian);
        HeldOutScore.Score exact = new HeldOutScore(problem).ofExact(gaussian);

        assertThat(exact.dual()).isCloseTo(solved.dual(), within(1e-6));
        assertThat(exact.conjugates()).containsExactly(solved.conjugates(), within(1e-4f));
        assertThat(exact.unconvergedRows()).isZero();
    }

    @Test
    void doesNotDependOnABadGuess() {
        NetworkPair lost =
                new NetworkPair(gaussian.potential(), new AffineMlpMap(new float[4], new float[] {50, -80}, null));

        HeldOutScore score = new HeldOutScore(problem);

        assertThat(score.of(lost).dual()).isCloseTo(score.of(gaussian).dual(), within(1e-3));
        assertThat(score.ofExact(lost).dual()).isLessThan(score.of(gaussian).dual() - 1);
    }
}
