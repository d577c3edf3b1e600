package dev.plumbline.benchmarks;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The whole rule on organisations whose drifts are known, see {@link DriftLife}: how many signals
 * are right, how many drifts are found and how soon, how well the onset is told, how soon it is
 * over.
 *
 * <p>Arguments: pods (100); how many times as long, {@code stop} or {@code stated} (2); kinds of
 * work ({@code one}, {@code unknown} or {@code learned}); autocorrelation (0); seed (2026);
 * budgets, with commas (0.125,0.25,0.5,1,2).
 */
public final class DriftLifeBenchmark {

    private DriftLifeBenchmark() {}

    public static void main(String[] arguments) {
        int pods = Integer.parseInt(argument(arguments, 0, "100"));
        DriftLife.Law law = law(argument(arguments, 1, "2"));
        String kinds = argument(arguments, 2, "one").toUpperCase(Locale.ROOT);
        double autocorrelation = Double.parseDouble(argument(arguments, 3, "0"));
        long seed = Long.parseLong(argument(arguments, 4, "2026"));
        DriftLife life =
                new DriftLife(pods, law, DriftLife.Kinds.valueOf(kinds), autocorrelation, seed);
        System.out.println("| asked | " + String.join(" | ", DriftLifeScore.HEADINGS) + " |");
        for (String budget : argument(arguments, 5, "0.125,0.25,0.5,1,2").split(",", -1)) {
            DriftLifeScore score = new DriftLifeScore();
            life.watch(Double.parseDouble(budget), score);
            List<String> cells = new ArrayList<>(List.of(budget));
            cells.addAll(score.cells(pods));
            System.out.println("| " + String.join(" | ", cells) + " | " + score.wrongs());
        }
    }

    private static String argument(String[] arguments, int place, String otherwise) {
        return arguments.length > place ? arguments[place] : otherwise;
    }

    private static DriftLife.Law law(String word) {
        return switch (word) {
            case "stated" -> DriftLife.Law.STATED;
            case "stop" -> DriftLife.Law.only(Double.POSITIVE_INFINITY);
            default -> DriftLife.Law.only(Double.parseDouble(word));
        };
    }
}
