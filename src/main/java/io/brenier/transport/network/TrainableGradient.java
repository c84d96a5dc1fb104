package io.brenier.transport.network;

import io.brenier.transport.tensor.Points;

/** y ↦ ∇g(y) of a potential in training; its parameters' derivative is the mixed one. */
record TrainableGradient(TrainablePotential potential) implements TrainableMap {

    @Override
    public int dimension() {
        return potential.dimension();
    }

    @Override
    public Parameters parameters() {
        return potential.parameters();
    }

    @Override
    public TransportMap current() {
        return new PotentialGradient(potential.current());
    }

    @Override
    public Evaluation evaluate(Points y) {
        return new Pass(potential.evaluate(y));
    }

    @Override
    public TransportMap snapshot() {
        return new PotentialGradient(potential.snapshot());
    }

    @Override
    public TransportMap at(float[] parameters) {
        return new PotentialGradient(potential.at(parameters));
    }

    @Override
    public void project() {
        potential.project();
    }

    @Override
    public void addPenaltyGradient(ParameterGradient gradient) {
        potential.addPenaltyGradient(gradient);
    }

    @Override
    public void close() {
        potential.close();
    }

    private record Pass(TrainablePotential.Evaluation evaluation) implements Evaluation {

        @Override
        public Points image() {
            return evaluation.gradients();
        }

        @Override
        public ParameterGradient parameterGradient(Points cotangents) {
            return evaluation.mixed(cotangents);
        }

        @Override
        public void close() {
            evaluation.close();
        }
    }
}
