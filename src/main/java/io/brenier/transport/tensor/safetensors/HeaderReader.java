package io.brenier.transport.tensor.safetensors;

import io.brenier.transport.tensor.safetensors.SafetensorsHeader.Entry;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Reads the one shape of JSON that a safetensors header has, and refuses everything else. */
final class HeaderReader {

    private final String text;
    private int position;

    HeaderReader(String text) {
        this.text = text;
    }

    /** @throws MalformedSafetensorsException where the header is anything else than a header */
    SafetensorsHeader read() {
        SequencedMap<String, String> metadata = new LinkedHashMap<>();
        SequencedMap<String, Entry> entries = new LinkedHashMap<>();
        readObject(name -> {
            if (name.equals(SafetensorsHeader.METADATA)) {
                readObject(key -> putOnce(metadata, key, readString()));
            } else {
                putOnce(entries, name, readEntry());
            }
        });
        skipSpace();
        if (position != text.length()) {
            throw malformed("the end");
        }
        return new SafetensorsHeader(metadata, entries);
    }

    private Entry readEntry() {
        SequencedMap<String, List<Long>> numbers = new LinkedHashMap<>();
        List<String> types = new ArrayList<>();
        readObject(key -> {
            switch (key) {
                case "dtype" -> types.add(readString());
                case "shape", "data_offsets" -> putOnce(numbers, key, readNumbers());
                default -> throw new MalformedSafetensorsException("a tensor has the unknown member " + key);
            }
        });
        if (!types.equals(List.of("F32"))) {
            throw new MalformedSafetensorsException("a tensor is of type %s; only F32 is read".formatted(types));
        }
        List<Long> offsets = required(numbers.get("data_offsets"), "data_offsets");
        if (offsets.size() != 2) {
            throw new MalformedSafetensorsException(
                    "a tensor has %d data_offsets instead of 2".formatted(offsets.size()));
        }
        List<Long> shape = required(numbers.get("shape"), "shape");
        if (shape.stream().anyMatch(size -> size > Integer.MAX_VALUE)) {
            throw new MalformedSafetensorsException("a tensor of shape %s is too large".formatted(shape));
        }
        return new Entry(shape.stream().mapToInt(Math::toIntExact).toArray(), offsets.getFirst(), offsets.getLast());
    }

    private void readObject(Consumer<String> member) {
        expect('{');
        if (next() == '}') {
            position++;
            return;
        }
        while (true) {
            String name = readString();
            expect(':');
            member.accept(name);
            if (next() != ',') {
                expect('}');
                return;
            }
            position++;
        }
    }

    private List<Long> readNumbers() {
        List<Long> numbers = new ArrayList<>();
        expect('[');
        if (next() == ']') {
            position++;
            return numbers;
        }
        while (true) {
            numbers.add(readNumber());
            if (next() != ',') {
                expect(']');
                return numbers;
            }
            position++;
        }
    }

    private long readNumber() {
        next();
        int start = position;
        while (position < text.length() && text.charAt(position) >= '0' && text.charAt(position) <= '9') {
            position++;
        }
        // 15 digits name every byte that any machine has, and cannot overflow
        if (position == start || position - start > 15) {
            throw malformed("a whole number");
        }
        return Long.parseLong(text, start, position, 10);
    }

    private String readString() {
        expect('"');
        StringBuilder string = new StringBuilder();
        while (position < text.length()) {
            char character = text.charAt(position++);
            if (character == '"') {
                return string.toString();
            }
            if (character < ' ') {
                break;
            }
            string.append(character == '\\' ? readEscaped() : character);
        }
        throw malformed("the end of a string");
    }

    private char readEscaped() {
        char escape = position < text.length() ? text.charAt(position++) : ' ';
        return switch (escape) {
            case '"', '\\', '/' -> escape;
            case 'b' -> '\b';
            case 'f' -> '\f';
            case 'n' -> '\n';
            case 'r' -> '\r';
            case 't' -> '\t';
            case 'u' -> readCodeUnit();
            default -> throw malformed("an escape");
        };
    }

    private char readCodeUnit() {
        int unit = 0;
        for (int i = 0; i < 4; i++) {
            int digit = position < text.length() ? Character.digit(text.charAt(position++), 16) : -1;
            if (digit < 0) {
                throw malformed("four hexadecimal digits");
            }
            unit = 16 * unit + digit;
        }
        return (char) unit;
    }

    private void expect(char expected) {
        if (next() != expected) {
            throw malformed("'" + expected + "'");
        }
        position++;
    }

    /** The next character that is no space, not consumed; a space at the end. */
    private char next() {
        skipSpace();
        return position < text.length() ? text.charAt(position) : ' ';
    }

    private void skipSpace() {
        while (position < text.length() && " \t\r\n".indexOf(text.charAt(position)) >= 0) {
            position++;
        }
    }

    private static <V> void putOnce(SequencedMap<String, V> map, String key, V value) {
        if (map.putIfAbsent(key, value) != null) {
            throw new MalformedSafetensorsException("the name %s stands twice".formatted(key));
        }
    }

    private static List<Long> required(@Nullable List<Long> numbers, String member) {
        if (numbers == null) {
            throw new MalformedSafetensorsException("a tensor has no " + member);
        }
        return numbers;
    }

    private MalformedSafetensorsException malformed(String wanted) {
        return new MalformedSafetensorsException("the header has no %s at character %d".formatted(wanted, position));
    }
}
