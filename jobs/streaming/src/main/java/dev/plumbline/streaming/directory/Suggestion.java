package dev.plumbline.streaming.directory;

import java.util.Collection;
import java.util.Locale;

/** The word somebody may have meant. */
final class Suggestion {
    private Suggestion() {}

    /**
     * ", did you mean 'members'?" for "member"; nothing where no candidate is near: another case,
     * the last part of a path ("Madrid" of "Europe/Madrid"), or at most one mistake in three
     * letters.
     */
    static String of(String word, Collection<String> candidates) {
        String lower = word.toLowerCase(Locale.ROOT);
        String nearest = null;
        int nearestEdits = Math.max(1, word.length() / 3) + 1;
        for (String candidate : candidates.stream().sorted().toList()) {
            String lowerCandidate = candidate.toLowerCase(Locale.ROOT);
            int edits = lowerCandidate.endsWith("/" + lower) ? 0 : edits(lower, lowerCandidate);
            if (edits < nearestEdits) {
                nearest = candidate;
                nearestEdits = edits;
            }
        }
        return nearest == null ? "" : ", did you mean '" + nearest + "'?";
    }

    /**
     * Letters to insert, delete, replace or swap with their neighbour (optimal string alignment
     * distance).
     */
    private static int edits(String left, String right) {
        int[][] edits = new int[left.length() + 1][right.length() + 1];
        for (int row = 0; row <= left.length(); row++) {
            for (int column = 0; column <= right.length(); column++) {
                edits[row][column] =
                        row == 0 || column == 0
                                ? row + column
                                : step(edits, left, right, row, column);
            }
        }
        return edits[left.length()][right.length()];
    }

    private static int step(int[][] edits, String left, String right, int row, int column) {
        char letter = left.charAt(row - 1);
        char other = right.charAt(column - 1);
        int replaced = edits[row - 1][column - 1] + (letter == other ? 0 : 1);
        int fewest =
                Math.min(replaced, Math.min(edits[row - 1][column], edits[row][column - 1]) + 1);
        boolean swapped =
                row > 1
                        && column > 1
                        && letter == right.charAt(column - 2)
                        && other == left.charAt(row - 2);
        return swapped ? Math.min(fewest, edits[row - 2][column - 2] + 1) : fewest;
    }
}
