package io.brenier.transport.tensor.pytorch;

import ai.djl.pytorch.jni.JniUtils;
import io.brenier.transport.tensor.EngineBinding;

/** PyTorch behind the seam. */
public final class PyTorchBinding implements EngineBinding {

    @Override
    public String engineName() {
        return "PyTorch";
    }

    @Override
    public void configure() {
        setUnlessGiven("ai.djl.offline", "true");
        // A second OpenMP thread on a busy core makes a step tens of times slower; trainings run beside each other
        // instead.
        setUnlessGiven("ai.djl.pytorch.num_threads", "1");
        setUnlessGiven("ai.djl.pytorch.num_interop_threads", "1");
    }

    @Override
    public void leaveGradientsOut() {
        // The mode belongs to the thread, and a fresh thread starts with it on.
        JniUtils.setGradMode(false);
    }

    private static void setUnlessGiven(String property, String value) {
        if (System.getProperty(property) == null) {
            System.setProperty(property, value);
        }
    }
}
