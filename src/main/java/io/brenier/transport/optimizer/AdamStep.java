package io.brenier.transport.optimizer;

/** One step of {@link AdamMoments} over plain arrays. */
record AdamStep(double beta1, double beta2, double rate, long step) {

    /** Takes a gradient into the moments and overwrites it by the step to subtract. */
    void apply(float[] gradient, float[] first, float[] second) {
        float decay = (float) beta1;
        float rest = (float) (1 - beta1);
        float squareDecay = (float) beta2;
        float squareRest = (float) (1 - beta2);
        float scale = (float) (1 / Math.sqrt(1 - Math.pow(beta2, step)));
        float length = (float) (rate / (1 - Math.pow(beta1, step)));
        float epsilon = (float) AdamMoments.EPSILON;
        for (int i = 0; i < gradient.length; i++) {
            float g = gradient[i];
            float m = decay * first[i] + rest * g;
            float v = squareDecay * second[i] + squareRest * (g * g);
            first[i] = m;
            second[i] = v;
            gradient[i] = length * m / ((float) Math.sqrt(v) * scale + epsilon);
        }
    }
}
