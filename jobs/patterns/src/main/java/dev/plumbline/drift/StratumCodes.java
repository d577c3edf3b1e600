package dev.plumbline.drift;

import java.util.ArrayList;
import java.util.List;

/**
 * What the codes of a pod's episodes stand for: a byte each, as the kinds of work of one pod are
 * few. The first eleven a pod ever has are told apart, later ones count as unknown; so no code ever
 * changes what it stands for.
 *
 * @param kinds {@link Stratum#kind} of each eight codes, one for each weekday
 */
public record StratumCodes(List<String> kinds) {

    static final StratumCodes NONE = new StratumCodes(List.of(Stratum.NONE.kind()));

    private static final int MOST = 12;
    private static final int CODES_PER_KIND = 8;

    /** Knowing the kind of that stratum, if there is room for it. */
    StratumCodes knowing(Stratum stratum) {
        String kind = stratum.kind();
        if (kinds.size() == MOST || kinds.contains(kind)) {
            return this;
        }
        List<String> next = new ArrayList<>(kinds);
        next.add(kind);
        return new StratumCodes(next);
    }

    byte code(Stratum stratum) {
        int kind = Math.max(0, kinds.indexOf(stratum.kind()));
        return (byte) (kind * CODES_PER_KIND + stratum.weekday());
    }

    Stratum stratum(byte code) {
        return Stratum.of(kinds.get(code / CODES_PER_KIND), code % CODES_PER_KIND);
    }

    /** What each of the codes stands for. */
    Stratum[] strata(byte[] codes) {
        Stratum[] known = new Stratum[MOST * CODES_PER_KIND];
        Stratum[] strata = new Stratum[codes.length];
        for (int at = 0; at < codes.length; at++) {
            if (known[codes[at]] == null) {
                known[codes[at]] = stratum(codes[at]);
            }
            strata[at] = known[codes[at]];
        }
        return strata;
    }

    /**
     * Values less the effects of their strata.
     *
     * @param codes of each value
     */
    float[] less(StratumEffects effects, float[] values, byte[] codes) {
        if (effects.isNone()) {
            return values;
        }
        float[] known = new float[MOST * CODES_PER_KIND];
        boolean[] isKnown = new boolean[known.length];
        float[] less = new float[values.length];
        for (int at = 0; at < values.length; at++) {
            byte code = codes[at];
            if (!isKnown[code]) {
                known[code] = (float) effects.of(stratum(code));
                isKnown[code] = true;
            }
            less[at] = values[at] - known[code];
        }
        return less;
    }
}
