package io.brenier.transport.tensor;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDScope;

/**
 * The life of the arrays that one computation makes on this thread: closing it frees them all, except those kept. Without it a
 * result would live as long as the manager of its first operand, which for a parameter is the whole training.
 */
public final class TensorScope implements AutoCloseable {

    private final NDScope scope;

    private TensorScope() {
        TensorEngine.enter();
        scope = new NDScope();
        scope.suppressNotUsedWarning();
    }

    public static TensorScope open() {
        return new TensorScope();
    }

    /** Takes an array out of the scope; it then lives until it, or its manager, is closed. */
    public NDArray keep(NDArray array) {
        NDScope.unregister(array);
        return array;
    }

    @Override
    public void close() {
        scope.close();
    }
}
