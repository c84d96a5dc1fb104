package io.brenier.transport.network.graph;

import io.brenier.transport.network.ParameterBlock;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A network from R^d to R without its parameters: its steps in an order in which each finds its inputs, of which result 0 is the point
 * itself, and result k that of step k − 1; the last is the network's.
 *
 * @param dimension d
 * @param steps at least one, the last of one column
 * @param weights what the steps compute with
 * @param blocks the parameters that the weights are made of
 * @param normalizations the normalising layers, which a batch of points may set
 * @param origin what it was built from; null where it was put together by hand
 */
public record NetworkGraph(
        int dimension,
        List<Step> steps,
        List<Weight> weights,
        List<GraphBlock> blocks,
        List<Normalization> normalizations,
        @Nullable Origin origin) {

    public NetworkGraph {
        steps = List.copyOf(steps);
        weights = List.copyOf(weights);
        blocks = List.copyOf(blocks);
        normalizations = List.copyOf(normalizations);
    }

    /** Numbers in all blocks. */
    public int parameterCount() {
        return blocks.stream().mapToInt(block -> block.place().size()).sum();
    }

    List<ParameterBlock> places() {
        return blocks.stream().map(GraphBlock::place).toList();
    }

    /** @throws IllegalArgumentException if there are too few or too many numbers */
    void requireParameters(float[] parameters) {
        if (parameters.length != parameterCount()) {
            throw new IllegalArgumentException(
                    "%d parameters are given, the network has %d".formatted(parameters.length, parameterCount()));
        }
    }

    /** The numbers of one weight, as the network uses them. */
    float[] effective(Weight weight, float[] parameters) {
        float[] fixed = weight.fixed();
        if (fixed != null) {
            return fixed;
        }
        ParameterBlock place = blocks.get(weight.block()).place();
        return weight.effective(Arrays.copyOfRange(parameters, place.offset(), place.offset() + place.size()));
    }
}
