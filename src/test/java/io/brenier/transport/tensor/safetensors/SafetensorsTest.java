package io.brenier.transport.tensor.safetensors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Random;
import java.util.SequencedMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SafetensorsTest {

    @Test
    void bringsTensorsAndMetadataBackToTheLastBit() {
        SequencedMap<String, FloatTensor> tensors = new LinkedHashMap<>();
        tensors.put(
                "b",
                FloatTensor.matrix(
                        new float[] {1, -0f, Float.MIN_VALUE, Float.NaN, Float.NEGATIVE_INFINITY, 1 / 3f}, 2, 3));
        tensors.put("a", FloatTensor.vector(7));
        tensors.put("none", FloatTensor.vector());
        tensors.put("scalar", new FloatTensor(new int[0], new float[] {4}));
        SequencedMap<String, String> metadata = new LinkedHashMap<>();
        metadata.put("a \"quoted\" \\ key", "a line\nand a tab\t, é and \u0001");
        metadata.put("step", "12");
        Safetensors content = new Safetensors(metadata, tensors);

        Safetensors read = Safetensors.decode(content.encode());

        assertThat(read).isEqualTo(content);
        assertThat(read.tensors().keySet()).containsExactly("b", "a", "none", "scalar");
    }

    @Test
    void writesTheFormatByteForByte() {
        SequencedMap<String, FloatTensor> tensors = new LinkedHashMap<>();
        tensors.put("w", FloatTensor.matrix(new float[] {1, 2}, 1, 2));

        byte[] bytes = new Safetensors(new LinkedHashMap<>(), tensors).encode();

        String header = "{\"w\":{\"dtype\":\"F32\",\"shape\":[1,2],\"data_offsets\":[0,8]}}";
        String padded = header + " ".repeat((8 - header.length() % 8) % 8);
        assertThat(bytes).isEqualTo(file(padded, 1, 2));
    }

    @Test
    void readsMembersInAnyOrderAndSpacesBetweenThem() {
        byte[] bytes = file(
                "{ \"y\" : { \"data_offsets\" : [ 4 , 8 ] , \"shape\" : [ ] , \"dtype\" : \"F32\" } ,"
                        + "\"x\":{\"shape\":[1],\"dtype\":\"F32\",\"data_offsets\":[0,4]}}",
                1,
                2);

        assertThat(Safetensors.decode(bytes).tensors())
                .containsEntry("x", FloatTensor.vector(1))
                .containsEntry("y", new FloatTensor(new int[0], new float[] {2}));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[]",
                "{",
                "{}x",
                "{\"x\":1}",
                "{\"x\":{}}",
                "{\"x\":{\"dtype\":\"F64\",\"shape\":[1],\"data_offsets\":[0,8]}}",
                "{\"x\":{\"dtype\":\"F32\",\"shape\":[3],\"data_offsets\":[0,8]}}",
                "{\"x\":{\"dtype\":\"F32\",\"shape\":[1],\"data_offsets\":[0,4]}}",
                "{\"x\":{\"dtype\":\"F32\",\"shape\":[1],\"data_offsets\":[4,8]}}",
                "{\"x\":{\"dtype\":\"F32\",\"shape\":[4],\"data_offsets\":[0,16]}}",
                "{\"x\":{\"dtype\":\"F32\",\"shape\":[2],\"data_offsets\":[0]}}",
                "{\"x\":{\"dtype\":\"F32\",\"shape\":[-2],\"data_offsets\":[0,8]}}",
                "{\"x\":{\"dtype\":\"F32\",\"shape\":[2.0],\"data_offsets\":[0,8]}}",
                "{\"x\":{\"dtype\":\"F32\",\"shape\":[4294967298],\"data_offsets\":[0,8]}}",
                "{\"x\":{\"dtype\":\"F32\",\"shape\":[2000000000,2000000000,2000000000],\"data_offsets\":[0,8]}}",
                "{\"x\":{\"dtype\":\"F32\",\"shape\":[2]}}",
                "{\"x\":{\"dtype\":\"F32\",\"data_offsets\":[0,8]}}",
                "{\"x\":{\"shape\":[2],\"data_offsets\":[0,8]}}",
                "{\"x\":{\"dtype\":\"F32\",\"shape\":[2],\"data_offsets\":[0,8],\"more\":1}}",
                "{\"x\":{\"dtype\":\"F32\",\"shape\":[2],\"data_offsets\":[0,99999999999999999999]}}",
                "{\"x\":{\"dtype\":\"F32\",\"shape\":[0],\"data_offsets\":[0,0]},"
                        + "\"x\":{\"dtype\":\"F32\",\"shape\":[2],\"data_offsets\":[0,8]}}",
                "{\"x\":{\"dtype\":\"F32\",\"shape\":[2],\"data_offsets\":[0,8]},}",
                "{\"x\\q\":{\"dtype\":\"F32\",\"shape\":[2],\"data_offsets\":[0,8]}}",
                "{\"x\\u00g0\":{\"dtype\":\"F32\",\"shape\":[2],\"data_offsets\":[0,8]}}"
            })
    void refusesAHeaderThatIsNone(String header) {
        byte[] bytes = file(header, 1, 2);

        assertThatThrownBy(() -> Safetensors.decode(bytes)).isInstanceOf(MalformedSafetensorsException.class);
    }

    @Test
    void refusesEveryTruncation() {
        SequencedMap<String, FloatTensor> tensors = new LinkedHashMap<>();
        tensors.put("w", FloatTensor.vector(1, 2, 3));
        byte[] whole = new Safetensors(new LinkedHashMap<>(), tensors).encode();

        for (int length = 0; length < whole.length; length++) {
            byte[] cut = Arrays.copyOf(whole, length);
            assertThatThrownBy(() -> Safetensors.decode(cut)).isInstanceOf(MalformedSafetensorsException.class);
        }
    }

    @Test
    void failsInNoOtherWayOnDamagedBytes() {
        SequencedMap<String, FloatTensor> tensors = new LinkedHashMap<>();
        tensors.put("w", FloatTensor.vector(1, 2, 3));
        byte[] whole = new Safetensors(new LinkedHashMap<>(), tensors).encode();
        Random random = new Random(5);

        for (int trial = 0; trial < 20_000; trial++) {
            byte[] damaged = whole.clone();
            damaged[random.nextInt(damaged.length)] = (byte) random.nextInt();
            try {
                assertThat(Safetensors.decode(damaged).tensors()).hasSize(1);
            } catch (MalformedSafetensorsException expected) {
                assertThat(expected).hasMessageMatching("(?s).{10,}");
            }
        }
    }

    @Test
    void refusesATensorThatItsValuesDoNotFill() {
        assertThatThrownBy(() -> FloatTensor.matrix(new float[5], 2, 3)).isInstanceOf(IllegalArgumentException.class);
    }

    private static byte[] file(String header, float... values) {
        byte[] json = header.getBytes(StandardCharsets.UTF_8);
        ByteBuffer buffer =
                ByteBuffer.allocate(8 + json.length + 4 * values.length).order(ByteOrder.LITTLE_ENDIAN);
        buffer.putLong(json.length).put(json);
        for (float value : values) {
            buffer.putFloat(value);
        }
        return buffer.array();
    }
}
