package dev.plumbline.standalone.command;

import java.util.Collection;
import java.util.Comparator;

/** Finds the word that a mistyped one was meant to be. */
final class Suggestion {
    private static final int FARTHEST = 3;

    private Suggestion() {}

    /** {@code "Did you mean x?"} for the nearest of the known words, else the list of them all. */
    static String of(String word, Collection<String> known) {
        return known.stream()
                .min(Comparator.comparingInt(candidate -> distance(word, candidate)))
                .filter(candidate -> distance(word, candidate) <= FARTHEST)
                .map(candidate -> "Did you mean " + candidate + "?")
                .orElseGet(() -> "Known are: " + String.join(", ", known) + ".");
    }

    /** Levenshtein distance: insertions, deletions and replacements of one letter. */
    private static int distance(String from, String to) {
        int[] row = new int[to.length() + 1];
        for (int column = 0; column <= to.length(); column++) {
            row[column] = column;
        }
        for (int line = 1; line <= from.length(); line++) {
            int diagonal = row[0];
            row[0] = line;
            for (int column = 1; column <= to.length(); column++) {
                int replaced = diagonal + (from.charAt(line - 1) == to.charAt(column - 1) ? 0 : 1);
                diagonal = row[column];
                row[column] = Math.min(replaced, Math.min(row[column], row[column - 1]) + 1);
            }
        }
        return row[to.length()];
    }
}
