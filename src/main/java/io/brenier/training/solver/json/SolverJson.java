package io.brenier.training.solver.json;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A solver's settings: flat, one object for every type. In a request each member has a default, in an answer each that the type takes is
 * filled in. Which types there are and which members each takes is added to the document from their mappers.
 */
@Schema(
        name = "Solver",
        description =
                "What learns the map, and how. In a request every member has a default that follows from the samples, and a member that the"
                        + " type does not take is refused; in an answer every member that the type takes is filled in.")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record SolverJson(
        @Schema(description = "What learns the map.", example = "w2-dual") @Nullable
        String type,

        @Schema(description = "The potential f; its gradient is the map from source to target.") @Nullable
        NetworkJson potential,

        @Schema(description = "The amortizer, which learns the way back.") @Nullable
        NetworkJson amortizer,

        @Schema(
                description =
                        "How the amortizer learns. 'regression': towards the solver's argmins. 'objective': to where f(x) − ⟨x, y⟩ is less."
                                + " 'cycle': to where ∇f leads back to y.",
                allowableValues = {"regression", "objective", "cycle"},
                example = "regression")
        @Nullable
        String amortizationLoss,

        @Schema(
                description = "Weight of the amortization against the dual.",
                minimum = "0",
                exclusiveMinimum = true,
                maximum = "1000000",
                example = "1.0")
        @Nullable
        Double amortizationWeight,

        @Schema(description = "Whether the potential too learns from the cycle loss.", example = "false") @Nullable
        Boolean cycleRegularized,

        @Schema(description = "The solver that makes the amortizer's guess exact.") @Nullable
        ConjugateJson conjugate,

        @Schema(
                description =
                        "In what order both networks learn. 'parallel': at once. 'alternating': first the amortizer, inner_steps times, then the"
                                + " potential, each on a batch of its own.",
                allowableValues = {"parallel", "alternating"},
                example = "parallel")
        @Nullable
        String updates,

        @Schema(
                description =
                        "Steps of the amortizer before each of the potential; above 1 with alternating updates only.",
                minimum = "1",
                maximum = "1000",
                example = "1")
        @Nullable
        Integer innerSteps,

        @Schema(
                description =
                        "Whether both swap their roles every other step; with two potentials and parallel updates only.",
                example = "false")
        @Nullable
        Boolean backAndForth,

        @Schema(description = "The optimiser of both networks, or of the potential where the amortizer has its own.")
        @Nullable
        OptimizerJson optimizer,

        @Schema(description = "The optimiser of the amortizer; where it is absent, that of the potential.") @Nullable
        OptimizerJson amortizerOptimizer,

        @Schema(
                description =
                        "Weight of violated duality inequalities against slack ones in the regulariser; 1 leaves slack alone.",
                minimum = "0.5",
                maximum = "1",
                example = "1")
        @Nullable
        Double expectile,

        @Schema(description = "Weight of the violations of the duality's inequality.", minimum = "0", example = "0.1")
        @Nullable
        Double regularization,

        @Schema(
                description = "How the second derivative of that step is taken.",
                allowableValues = {"exact", "central_difference"})
        @Nullable
        String amortizationDerivative,

        @Schema(
                description =
                        "Updates of the potential, every other step, between two searches for valleys of it far from the guesses, in"
                                + " which rows of the refined inverse would end; found ones are raised. 0: there are none.",
                minimum = "0",
                example = "50")
        @Nullable
        Integer valleySearchEvery,

        @Schema(
                description =
                        "Seconds that the training may take over all attempts, after which the best map so far is returned. A result under"
                                + " a budget depends on the machine's speed.",
                minimum = "0",
                example = "60")
        @Nullable
        Double budgetSeconds,

        @Schema(
                description = "Steps in all; 0 evaluates the start.",
                minimum = "0",
                maximum = "100000000",
                example = "2000")
        @Nullable
        Long steps,

        @Schema(
                description = "Points of each side a step; at most as many as the smaller set has.",
                minimum = "1",
                maximum = "1048576",
                example = "256")
        @Nullable
        Integer batchSize,

        @Schema(description = "Steps between two reports of figures.", minimum = "1", example = "50") @Nullable
        Integer logEvery,

        @Schema(
                description = "Steps between two scores on held-out samples; 0: sixteen times over the run.",
                minimum = "0",
                example = "100")
        @Nullable
        Integer validateEvery,

        @Schema(
                description =
                        "Scores on held-out samples in a row without a gain, after which the training ends early with the best map so far; 0: it"
                                + " never does. A gain is at least .5 % of all that was gained since the start.",
                minimum = "0",
                example = "0")
        @Nullable
        Integer patience,

        @Schema(
                description =
                        "Steps between two checkpoints; beside these there is one after brenier.training.checkpoint-interval.",
                minimum = "1",
                example = "500")
        @Nullable
        Integer checkpointEvery,

        @Schema(
                description =
                        "Decay of the moving average of the weights, which is what is scored and returned; 0: the last weights.",
                minimum = "0",
                maximum = "1",
                exclusiveMaximum = true,
                example = "0.99")
        @Nullable
        Double averaging,

        @Schema(description = "Gaussian noise on the training batches, annealed from first to last.") @Nullable
        BatchNoiseJson batchNoise,

        @Schema(
                description =
                        "ε over the standard deviation of the cost ½|x − y|² between the standardised sets; of the last stage.",
                minimum = "0.001",
                maximum = "10",
                example = "0.05")
        @Nullable
        Double epsilon,

        @Schema(
                description = "ε of the first stage, likewise; it falls geometrically to that of the last.",
                minimum = "0.001",
                maximum = "10",
                example = "0.2")
        @Nullable
        Double firstEpsilon,

        @Schema(description = "Stages of the way.", minimum = "2", maximum = "64", example = "4") @Nullable
        Integer stages,

        @Schema(
                description =
                        "The most points of a side that are used, a draw from the set; an entropic model holds them.",
                minimum = "2",
                maximum = "1048576",
                example = "4096")
        @Nullable
        Integer maxPoints,

        @Schema(
                description =
                        "At which the iterations end: of the marginals in total variation, or of the change in a mixture's mean log-likelihood.",
                minimum = "0",
                exclusiveMinimum = true,
                maximum = "1",
                exclusiveMaximum = true,
                example = "0.001")
        @Nullable
        Double tolerance,

        @Schema(
                description = "The most iterations of a plan or of a fit.",
                minimum = "1",
                maximum = "1000000",
                example = "2000")
        @Nullable
        Integer maxIterations,

        @Schema(
                description =
                        "Where an entropic map starts: 'gaussian' moves the source by the optimal affine map first, and the two are distilled.",
                allowableValues = {"identity", "gaussian"},
                example = "identity")
        @Nullable
        String start,

        @Schema(
                description =
                        "How much of the blur that entropy makes is taken off the map; 0 leaves it the gradient of a convex potential.",
                minimum = "0",
                maximum = "1",
                example = "0.75")
        @Nullable
        Double debias,

        @Schema(description = "Components of each side's mixture.", minimum = "1", maximum = "64", example = "5")
        @Nullable
        Integer components,

        @Schema(description = "How the map becomes a potential. For an entropic map: absent to keep it as it is.")
        @Nullable
        DistillationJson distillation) {}
