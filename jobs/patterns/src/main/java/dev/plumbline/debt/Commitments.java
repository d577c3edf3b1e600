package dev.plumbline.debt;

/**
 * Commitments that fell due in a day.
 *
 * @param kept of them, never more than {@code due}
 */
public record Commitments(long kept, long due) {

    public static final Commitments NONE = new Commitments(0, 0);

    Commitments with(boolean wasKept) {
        return new Commitments(kept + (wasKept ? 1 : 0), due + 1);
    }

    Commitments plus(Commitments other) {
        return new Commitments(kept + other.kept, due + other.due);
    }

    /** Kept / due, 0 to 1; null where nothing was due. */
    public Double share() {
        return due == 0 ? null : (double) kept / due;
    }
}
