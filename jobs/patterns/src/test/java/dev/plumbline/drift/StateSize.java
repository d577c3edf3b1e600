package dev.plumbline.drift;

import java.lang.reflect.Array;
import java.lang.reflect.RecordComponent;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Bytes of a record when written field by field. */
final class StateSize {

    private StateSize() {}

    static int bytes(Object value) {
        if (value == null || value instanceof Boolean || value instanceof Enum) {
            return 1;
        }
        if (value instanceof Byte) {
            return 1;
        }
        if (value instanceof Integer || value instanceof Float) {
            return 4;
        }
        if (value instanceof Long || value instanceof Double) {
            return 8;
        }
        if (value instanceof Instant) {
            return 12;
        }
        if (value instanceof String text) {
            return 4 + text.getBytes(StandardCharsets.UTF_8).length;
        }
        if (value instanceof List<?> list) {
            return 4 + list.stream().mapToInt(StateSize::bytes).sum();
        }
        if (value instanceof Map<?, ?> map) {
            return 4 + bytes(List.copyOf(map.keySet())) + bytes(List.copyOf(map.values()));
        }
        if (value.getClass().isArray()) {
            int bytes = 4;
            for (int at = 0; at < Array.getLength(value); at++) {
                bytes += bytes(Array.get(value, at));
            }
            return bytes;
        }
        int bytes = 1;
        for (RecordComponent component : value.getClass().getRecordComponents()) {
            bytes += 1 + bytes(read(component, value));
        }
        return bytes;
    }

    private static Object read(RecordComponent component, Object value) {
        try {
            return component.getAccessor().invoke(value);
        } catch (ReflectiveOperationException failure) {
            throw new IllegalStateException(failure);
        }
    }
}
