package io.brenier.transport.tensor.safetensors;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SequencedMap;

/**
 * Named float tensors and a few strings as one file in the safetensors format: the header's length (8 bytes, little endian), the header
 * (JSON), then the values (little-endian float32) without gaps. The same content gives the same bytes.
 *
 * @param metadata strings about the whole
 * @param tensors by name, in the order of the file
 */
public record Safetensors(SequencedMap<String, String> metadata, SequencedMap<String, FloatTensor> tensors) {

    private static final int LENGTH_BYTES = Long.BYTES;
    private static final int ALIGNMENT = 8;

    /** The bytes of the file. */
    public byte[] encode() {
        byte[] header = paddedHeader();
        long size = LENGTH_BYTES + header.length;
        for (FloatTensor tensor : tensors.values()) {
            size += (long) Float.BYTES * tensor.values().length;
        }
        ByteBuffer buffer = ByteBuffer.allocate(Math.toIntExact(size)).order(ByteOrder.LITTLE_ENDIAN);
        buffer.putLong(header.length).put(header);
        for (FloatTensor tensor : tensors.values()) {
            buffer.asFloatBuffer().put(tensor.values());
            buffer.position(buffer.position() + Float.BYTES * tensor.values().length);
        }
        return buffer.array();
    }

    /**
     * Reads a file that holds float32 tensors only.
     *
     * @throws MalformedSafetensorsException if the bytes are cut short or run on, the header does not parse, a tensor is not F32, or
     *     shapes, offsets and length contradict each other
     */
    public static Safetensors decode(byte[] content) {
        ByteBuffer buffer = ByteBuffer.wrap(content).order(ByteOrder.LITTLE_ENDIAN);
        if (content.length < LENGTH_BYTES) {
            throw new MalformedSafetensorsException("%d bytes are too short for a header".formatted(content.length));
        }
        long headerLength = buffer.getLong();
        if (headerLength < 2 || headerLength > content.length - LENGTH_BYTES) {
            throw new MalformedSafetensorsException("the header claims %d bytes, the file has %d after its length"
                    .formatted(headerLength, content.length - LENGTH_BYTES));
        }
        SafetensorsHeader header =
                new HeaderReader(new String(content, LENGTH_BYTES, (int) headerLength, StandardCharsets.UTF_8)).read();
        int start = LENGTH_BYTES + (int) headerLength;
        header.requireGapless(content.length - start);
        SequencedMap<String, FloatTensor> tensors = new LinkedHashMap<>();
        header.entries().forEach((name, entry) -> {
            float[] values = new float[entry.count()];
            buffer.slice(start + (int) entry.begin(), Float.BYTES * values.length)
                    .order(ByteOrder.LITTLE_ENDIAN)
                    .asFloatBuffer()
                    .get(values);
            tensors.put(name, new FloatTensor(entry.shape(), values));
        });
        return new Safetensors(header.metadata(), tensors);
    }

    private byte[] paddedHeader() {
        StringBuilder json = new StringBuilder("{");
        if (!metadata.isEmpty()) {
            json.append(quoted(SafetensorsHeader.METADATA)).append(":{");
            metadata.forEach(
                    (key, value) -> json.append(key.equals(metadata.firstEntry().getKey()) ? "" : ",")
                            .append(quoted(key))
                            .append(':')
                            .append(quoted(value)));
            json.append('}');
        }
        long offset = 0;
        for (Map.Entry<String, FloatTensor> entry : tensors.entrySet()) {
            FloatTensor tensor = entry.getValue();
            long end = offset + (long) Float.BYTES * tensor.values().length;
            json.append(json.length() > 1 ? "," : "")
                    .append(quoted(entry.getKey()))
                    .append(":{\"dtype\":\"F32\",\"shape\":[");
            for (int axis = 0; axis < tensor.shape().length; axis++) {
                json.append(axis == 0 ? "" : ",").append(tensor.shape()[axis]);
            }
            json.append("],\"data_offsets\":[")
                    .append(offset)
                    .append(',')
                    .append(end)
                    .append("]}");
            offset = end;
        }
        byte[] unpadded = json.append('}').toString().getBytes(StandardCharsets.UTF_8);
        int padding = Math.floorMod(-unpadded.length, ALIGNMENT);
        return json.append(" ".repeat(padding)).toString().getBytes(StandardCharsets.UTF_8);
    }

    private static String quoted(String text) {
        StringBuilder quoted = new StringBuilder("\"");
        for (char character : text.toCharArray()) {
            if (character == '"' || character == '\\') {
                quoted.append('\\').append(character);
            } else if (character < ' ') {
                quoted.append("\\u%04x".formatted((int) character));
            } else {
                quoted.append(character);
            }
        }
        return quoted.append('"').toString();
    }
}
