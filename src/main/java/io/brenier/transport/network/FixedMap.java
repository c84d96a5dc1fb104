package io.brenier.transport.network;

import ai.djl.ndarray.types.DataType;
import io.brenier.transport.tensor.Points;
import io.brenier.transport.tensor.TensorScope;
import java.util.List;

/** A map with nothing to train, where one to train is expected: it has no parameters. */
final class FixedMap implements TrainableMap {

    private final TransportMap map;
    private final Parameters parameters = new Parameters(new float[0], List.of(), DataType.FLOAT32);

    FixedMap(TransportMap map) {
        this.map = map;
    }

    @Override
    public int dimension() {
        return map.dimension();
    }

    @Override
    public Parameters parameters() {
        return parameters;
    }

    @Override
    public TransportMap current() {
        return map;
    }

    @Override
    public Evaluation evaluate(Points y) {
        return new Pass(map.apply(y));
    }

    @Override
    public TransportMap snapshot() {
        return map;
    }

    @Override
    public TransportMap at(float[] values) {
        return map;
    }

    @Override
    public void close() {
        parameters.close();
    }

    private final class Pass implements Evaluation {

        private final Points image;

        private Pass(Points image) {
            this.image = image;
        }

        @Override
        public Points image() {
            return image;
        }

        @Override
        public ParameterGradient parameterGradient(Points cotangents) {
            try (TensorScope scope = TensorScope.open()) {
                return new ParameterGradient(scope.keep(parameters.values().duplicate()));
            }
        }

        @Override
        public void close() {}
    }
}
