package io.brenier.transport.dual.instant;

import io.brenier.transport.dual.MixtureSpec;
import io.brenier.transport.dual.TrainingListener;
import io.brenier.transport.dual.problem.RandomStream;
import io.brenier.transport.dual.problem.StandardProblem;
import io.brenier.transport.entropic.mixture.MixtureFit;
import io.brenier.transport.entropic.mixture.MixtureTransport;
import io.brenier.transport.network.TransportMap;
import io.brenier.transport.tensor.Points;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The map between Gaussian mixtures that are fitted to both sets. */
record MixtureSolver(MixtureSpec spec) implements InstantSolver {

    @Override
    public Optional<InstantAnswer> solve(StandardProblem problem, long seed, TrainingListener listener) {
        Progress progress = new Progress(listener, spec.steps());
        MixtureFit.Result source = fit(problem.source(), RandomStream.SOURCE_SUPPORT, seed, progress);
        MixtureFit.Result target = fit(problem.target(), RandomStream.TARGET_SUPPORT, seed, progress);
        if (progress.stopped()) {
            return Optional.empty();
        }
        MixtureTransport forward = MixtureTransport.between(source.model(), target.model());
        MixtureTransport inverse = MixtureTransport.between(target.model(), source.model());
        return new Distillation(spec.distillation(), problem, seed, progress)
                .answer(
                        new MapPair(
                                new MixtureMap(forward, problem.dimension()),
                                new MixtureMap(inverse, problem.dimension())),
                        Map.of(
                                "mixture_iterations", (double) source.iterations() + target.iterations(),
                                "source_components", (double) source.model().size(),
                                "target_components", (double) target.model().size()),
                        notes(source, target));
    }

    private MixtureFit.Result fit(Points points, RandomStream stream, long seed, Progress progress) {
        Points drawn = Support.of(points, spec.maxPoints(), stream, seed);
        // A component of fewer points than a mean and a variance need is none.
        int components = Math.clamp(drawn.rows() / 2, 1, spec.components());
        return MixtureFit.of(
                drawn, components, spec.tolerance(), spec.maxIterations(), stream.seed(seed, 1), progress::stopsHere);
    }

    private static List<String> notes(MixtureFit.Result source, MixtureFit.Result target) {
        List<String> notes = new ArrayList<>();
        if (!source.converged() || !target.converged()) {
            notes.add("The fit of the %s mixture did not converge; raise max_iterations."
                    .formatted(
                            source.converged()
                                    ? "target's"
                                    : target.converged() ? "source's" : "source's and the target's"));
        }
        return notes;
    }

    private record MixtureMap(MixtureTransport transport, int dimension) implements TransportMap {

        @Override
        public Points apply(Points x) {
            return transport.apply(x);
        }
    }
}
