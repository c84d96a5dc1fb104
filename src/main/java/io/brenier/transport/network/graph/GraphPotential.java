package io.brenier.transport.network.graph;

import io.brenier.transport.network.ParameterBlock;
import io.brenier.transport.network.Potential;
import io.brenier.transport.tensor.Points;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A network at fixed parameters, in plain Java, without the engine, in float. */
public final class GraphPotential implements Potential {

    /** Rows worked on at a time: with a few hundred units a row they stay in the first caches. */
    private static final int BLOCK = 16;

    private final NetworkGraph graph;
    private final float[] parameters;
    private final Sweep<float[][]> sweep;

    /**
     * The array is not copied; nobody writes to it afterwards.
     *
     * @param parameters θ, in the order of the graph's blocks
     */
    public GraphPotential(NetworkGraph graph, float[] parameters) {
        graph.requireParameters(parameters);
        this.graph = graph;
        this.parameters = parameters;
        this.sweep = new Sweep<>(graph, new RowAlgebra(graph, parameters));
    }

    public NetworkGraph graph() {
        return graph;
    }

    /** θ, not a copy. */
    public float[] parameters() {
        return parameters;
    }

    /** This network at other parameters; the array is not copied. */
    public GraphPotential with(float[] others) {
        return new GraphPotential(graph, others);
    }

    /**
     * This network with its normalising layers set by a batch, one after the other: each then gives numbers of mean 0 and deviation 1 in every
     * column. Itself if it has none. Columns that do not vary are only shifted.
     */
    public GraphPotential calibrated(Points batch) {
        GraphPotential calibrated = this;
        for (Normalization normalization : graph.normalizations()) {
            calibrated = calibrated.calibrated(normalization, batch);
        }
        return calibrated;
    }

    private GraphPotential calibrated(Normalization normalization, Points batch) {
        ParameterBlock shift = graph.blocks().get(normalization.shift()).place();
        ParameterBlock logScale = graph.blocks().get(normalization.logScale()).place();
        double[] sums = new double[shift.size()];
        double[] squares = new double[shift.size()];
        for (int from = 0; from < batch.rows(); from += BLOCK) {
            for (float[] row : sweep.forward(block(batch, from)).get(normalization.input())) {
                for (int j = 0; j < row.length; j++) {
                    sums[j] += row[j];
                    squares[j] += (double) row[j] * row[j];
                }
            }
        }
        float[] changed = parameters.clone();
        for (int j = 0; j < sums.length; j++) {
            double mean = sums[j] / batch.rows();
            double variance = squares[j] / batch.rows() - mean * mean;
            changed[shift.offset() + j] = (float) -mean;
            changed[logScale.offset() + j] = variance > 0 ? (float) (Math.log(variance) / 2) : 0;
        }
        return with(changed);
    }

    @Override
    public int dimension() {
        return graph.dimension();
    }

    @Override
    public float[] values(Points x) {
        requireDimension(x);
        float[] values = new float[x.rows()];
        for (int from = 0; from < x.rows(); from += BLOCK) {
            writeValues(sweep.forward(block(x, from)), values, from);
        }
        return values;
    }

    @Override
    public Points gradients(Points x) {
        return valuesAndGradients(x).gradients();
    }

    @Override
    public ValuesAndGradients valuesAndGradients(Points x) {
        requireDimension(x);
        float[] values = new float[x.rows()];
        float[] gradients = new float[x.values().length];
        for (int from = 0; from < x.rows(); from += BLOCK) {
            float[][] points = block(x, from);
            List<float[][]> results = sweep.forward(points);
            writeValues(results, values, from);
            write(sweep.adjoints(results, ones(points.length)).getFirst(), gradients, from);
        }
        return new ValuesAndGradients(values, Points.of(gradients, x.rows(), dimension()));
    }

    @Override
    public Points hessianProducts(Points x, Points v) {
        requireDimension(x);
        requireDimension(v);
        if (x.rows() != v.rows()) {
            throw new IllegalArgumentException("%d directions for %d points".formatted(v.rows(), x.rows()));
        }
        float[] products = new float[x.values().length];
        for (int from = 0; from < x.rows(); from += BLOCK) {
            float[][] points = block(x, from);
            List<float[][]> results = sweep.forward(points);
            List<float[][]> tangents = sweep.tangents(results, block(v, from));
            List<float @Nullable [][]> adjoints = sweep.adjoints(results, ones(points.length));
            write(sweep.secondAdjoints(results, tangents, adjoints).getFirst(), products, from);
        }
        return Points.of(products, x.rows(), dimension());
    }

    private static void writeValues(List<float[][]> results, float[] values, int from) {
        float[][] last = results.getLast();
        for (int r = 0; r < last.length; r++) {
            values[from + r] = last[r][0];
        }
    }

    private void write(float @Nullable [][] rows, float[] target, int from) {
        if (rows != null) {
            for (int r = 0; r < rows.length; r++) {
                System.arraycopy(rows[r], 0, target, (from + r) * dimension(), dimension());
            }
        }
    }

    private static float[][] block(Points x, int from) {
        float[][] block = new float[Math.min(BLOCK, x.rows() - from)][];
        for (int r = 0; r < block.length; r++) {
            block[r] = x.row(from + r);
        }
        return block;
    }

    private static float[][] ones(int rows) {
        float[][] ones = new float[rows][];
        for (int r = 0; r < rows; r++) {
            ones[r] = new float[] {1};
        }
        return ones;
    }

    private void requireDimension(Points x) {
        if (x.dimension() != dimension()) {
            throw new IllegalArgumentException(
                    "points of dimension %d are given, needed is %d".formatted(x.dimension(), dimension()));
        }
    }
}
