package io.brenier.transport.entropic;

/** The half steps of Sinkhorn's algorithm between two sets x and y of uniformly weighted points, for the cost c = ½|x − y|². */
interface HalfSteps {

    int rows();

    int columns();

    /**
     * fᵢ = −ε log (Σⱼ exp((gⱼ − c(xᵢ, yⱼ)) / ε) / m).
     *
     * @param guess a potential near the answer, [n]; it only keeps the exponentials in range
     */
    double[] toRows(double[] g, double[] guess, double epsilon);

    /** gⱼ = −ε log (Σᵢ exp((fᵢ − c(xᵢ, yⱼ)) / ε) / n), with a guess, [m]. */
    double[] toColumns(double[] f, double[] guess, double epsilon);

    /**
     * One half step after the other, each overshooting by ω: h ← h + ω (S(h) − h). Changes both potentials.
     *
     * @return the error of both marginals before, in total variation
     */
    default double iterate(double[] f, double[] g, double epsilon, double omega) {
        double[] nextF = toRows(g, f, epsilon);
        double error = marginalError(f, nextF, epsilon);
        move(f, nextF, omega);
        double[] nextG = toColumns(f, g, epsilon);
        error += marginalError(g, nextG, epsilon);
        move(g, nextG, omega);
        return error;
    }

    /** Σᵢ |Σⱼ πᵢⱼ − 1/n| of the plan before f is renewed: the renewal makes each row's sum 1/n by exactly the factor exp((f' − f)/ε). */
    static double marginalError(double[] before, double[] after, double epsilon) {
        double error = 0;
        for (int i = 0; i < before.length; i++) {
            error += Math.abs(Math.expm1((before[i] - after[i]) / epsilon));
        }
        return error / before.length;
    }

    /** h ← h + ω (S(h) − h). */
    static void move(double[] potential, double[] next, double omega) {
        for (int i = 0; i < potential.length; i++) {
            potential[i] += omega * (next[i] - potential[i]);
        }
    }
}
