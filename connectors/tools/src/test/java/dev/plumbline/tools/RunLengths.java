package dev.plumbline.tools;

import java.util.ArrayList;
import java.util.List;

/** A sequence of holders, nulls left out, without immediate repetitions. */
public final class RunLengths {
    private RunLengths() {}

    public static List<String> of(List<String> holders) {
        List<String> runs = new ArrayList<>();
        for (String holder : holders) {
            if (holder != null && (runs.isEmpty() || !runs.get(runs.size() - 1).equals(holder))) {
                runs.add(holder);
            }
        }
        return runs;
    }

    /** Positions whose holder is the one of two positions before. */
    public static int bounces(List<String> runs) {
        int bounces = 0;
        for (int k = 2; k < runs.size(); k++) {
            bounces += runs.get(k).equals(runs.get(k - 2)) ? 1 : 0;
        }
        return bounces;
    }
}
