package io.brenier.transport.dual.auto;

import static org.assertj.core.api.Assertions.assertThat;

import io.brenier.transport.dual.AutoSpec;
import io.brenier.transport.dual.TrainingProblem;
import io.brenier.transport.dual.problem.StandardProblem;
import io.brenier.transport.measure.named.GaussianMeasure;
import io.brenier.transport.tensor.Points;
import org.junit.jupiter.api.Test;

class TrainingPlanTest {

    @Test
    void theNetworksDoNotDependOnTheTimeThatIsLeft() {
        AutoSpec spec = new AutoSpec(405, 1_000);
        Points source = GaussianMeasure.standard(32).sample(200, 1);
        Points target = GaussianMeasure.standard(32).sample(200, 2);
        StandardProblem problem = StandardProblem.of(new TrainingProblem(source, target, null, null, spec, 0));

        TrainingPlan fresh = TrainingPlan.of(problem, spec, 404);
        TrainingPlan resumed = TrainingPlan.of(problem, spec, 380);

        assertThat(resumed.spec().potential()).isEqualTo(fresh.spec().potential());
        assertThat(resumed.spec().optimizer()).isEqualTo(fresh.spec().optimizer());
    }
}
