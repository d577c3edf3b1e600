package dev.plumbline.connectors.avro;

/**
 * What became of some bytes: a record, or the reason why they are none.
 *
 * @param value the record, {@code null} where there is a problem
 * @param problem a stable word and a sentence, {@code null} where there is a record
 */
public record Decoded<R>(R value, String problem) {
    public static <R> Decoded<R> of(R value) {
        return new Decoded<>(value, null);
    }

    public static <R> Decoded<R> problem(String problem) {
        return new Decoded<>(null, problem);
    }

    public boolean isValue() {
        return problem == null;
    }
}
