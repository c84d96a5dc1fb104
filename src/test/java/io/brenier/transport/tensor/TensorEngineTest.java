package io.brenier.transport.tensor;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.pytorch.jni.JniUtils;
import org.junit.jupiter.api.Test;

class TensorEngineTest {

    @Test
    void saysWhatItIsOnceStarted() {
        EngineInfo info = TensorEngine.start();
        assertThat(info.name()).isEqualTo("PyTorch");
        assertThat(info.version()).isNotEmpty();
        assertThat(info.device()).isEqualTo("cpu");
        assertThat(info.started()).isTrue();
        assertThat(TensorEngine.info()).isEqualTo(info);
    }

    @Test
    void recordsNoDerivativesOnAnyThread() throws InterruptedException {
        boolean[] recording = {true};
        Thread thread = Thread.ofPlatform().start(() -> {
            try (TensorScope scope = TensorScope.open()) {
                recording[0] = JniUtils.isGradMode();
            }
        });
        thread.join();
        assertThat(recording[0]).isFalse();
    }

    @Test
    void bringsNumbersThereAndBack() {
        float[] values = {1.5f, -2, Float.NaN, Float.NEGATIVE_INFINITY, 0.1f, 3};
        try (NDManager manager = TensorEngine.newManager()) {
            for (DataType type : new DataType[] {DataType.FLOAT32, DataType.FLOAT64}) {
                NDArray tensor = HostTransfer.upload(manager, values, type, 2, 3);
                assertThat(tensor.getShape().getShape()).containsExactly(2, 3);
                assertThat(HostTransfer.download(tensor)).isEqualTo(values);
                assertThat(HostTransfer.download(tensor.transpose()))
                        .containsExactly(1.5f, Float.NEGATIVE_INFINITY, -2, 0.1f, Float.NaN, 3);
            }
        }
    }

    @Test
    void writesWhereTheViewsOfATensorLook() {
        try (NDManager manager = TensorEngine.newManager()) {
            NDArray tensor = HostTransfer.upload(manager, new float[] {Float.NaN, 2, 3, 4}, DataType.FLOAT32, 2, 2);
            NDArray view = tensor.transpose();
            HostTransfer.write(tensor, new float[] {5, 6, 7, 8});
            assertThat(HostTransfer.download(view)).containsExactly(5, 7, 6, 8);
        }
    }

    @Test
    void freesWhatAScopeMadeExceptWhatIsKept() {
        try (NDManager manager = TensorEngine.newManager()) {
            NDArray lasting = manager.ones(new ai.djl.ndarray.types.Shape(3));
            int before = manager.getManagedArrays().size();
            NDArray kept;
            try (TensorScope scope = TensorScope.open()) {
                NDArray temporary = lasting.add(lasting);
                kept = scope.keep(temporary.mul(temporary));
            }
            assertThat(manager.getManagedArrays()).hasSize(before + 1);
            assertThat(HostTransfer.download(kept)).containsExactly(4, 4, 4);
        }
    }
}
