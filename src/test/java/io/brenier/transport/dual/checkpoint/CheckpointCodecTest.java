package io.brenier.transport.dual.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CheckpointCodecTest {

    private static final CheckpointContent CONTENT = new CheckpointContent(
            17,
            "problem",
            Map.of("dual", -0.0, "rate", Double.NaN),
            Map.of("weights", new float[] {1, Float.MIN_VALUE, -3.5f}, "none", new float[0]));

    @Test
    void givesEverythingBackBitForBit() {
        CheckpointContent read = CheckpointCodec.decode(CheckpointCodec.encode(CONTENT));

        assertThat(read.step()).isEqualTo(17);
        assertThat(read.fingerprint()).isEqualTo("problem");
        assertThat(read.figures()).isEqualTo(CONTENT.figures());
        assertThat(read.array("weights")).isEqualTo(CONTENT.array("weights"));
        assertThat(read.array("none")).isEmpty();
        assertThat(CheckpointCodec.encode(read)).isEqualTo(CheckpointCodec.encode(CONTENT));
    }

    @Test
    void noticesEveryDamagedByte() {
        byte[] bytes = CheckpointCodec.encode(CONTENT);
        for (int i = 0; i < bytes.length; i++) {
            byte[] damaged = bytes.clone();
            damaged[i] ^= 0x10;
            assertThatThrownBy(() -> CheckpointCodec.decode(damaged)).isInstanceOf(IllegalArgumentException.class);
        }
        for (int length = 0; length < bytes.length; length++) {
            byte[] cut = Arrays.copyOf(bytes, length);
            assertThatThrownBy(() -> CheckpointCodec.decode(cut)).isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void namesWhatIsMissing() {
        assertThatThrownBy(() -> CONTENT.array("moments")).hasMessageContaining("moments");
        assertThatThrownBy(() -> CONTENT.figure("moments")).hasMessageContaining("moments");
    }
}
