package dev.plumbline.drift;

/**
 * What the detectors of one metric of a pod have gathered.
 *
 * @param survivalSinceMinute when the survival CUSUM was last at zero, minutes since 1970
 */
public record Evidence(
        ShiryaevRoberts rise,
        ShiryaevRoberts fall,
        ShiryaevRoberts tail,
        SurvivalCusum survival,
        int survivalSinceMinute) {

    static Evidence none(int minute) {
        return new Evidence(
                ShiryaevRoberts.NONE,
                ShiryaevRoberts.NONE,
                ShiryaevRoberts.NONE,
                SurvivalCusum.NONE,
                minute);
    }

    /** The statistic of a detector, to be held against its threshold. */
    public double of(Detector detector) {
        return switch (detector) {
            case RISE -> rise.evidence();
            case FALL -> fall.evidence();
            case TAIL -> tail.evidence();
            case SURVIVAL -> survival.value();
        };
    }

    Evidence withShare(boolean has, double usual) {
        return new Evidence(
                RateShift.rise(rise, has, usual),
                RateShift.fall(fall, has, usual),
                tail,
                survival,
                survivalSinceMinute);
    }

    Evidence withDuration(Reference reference, Episode episode) {
        float[] values = reference.values();
        double score = RankScore.of(values, episode.value());
        CumulativeHazard hazard = reference.hazard();
        SurvivalCusum waited =
                survival.waited(hazard.at(episode.told()), hazard.at(episode.value()));
        return new Evidence(
                LevelShift.step(rise, score),
                LevelShift.step(fall, -score),
                TailShift.step(tail, values, episode.value()),
                hazard.isWatched(episode.value()) ? waited.completed() : waited,
                survivalSinceMinute);
    }

    Evidence withSurvival(SurvivalCusum next, int minute) {
        return new Evidence(
                rise, fall, tail, next, next.value() == 0 ? minute : survivalSinceMinute);
    }
}
