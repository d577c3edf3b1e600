package dev.plumbline.benchmarks;

/** How long something took in a real log, in seconds since 1970. */
record RealEpisode(double start, double end) {

    private static final double SECONDS_PER_HOUR = 3_600;
    private static final double MINUTE = 1 / 60.0;

    /** ln of its hours, a minute added. */
    double logHours() {
        return Math.log((end - start) / SECONDS_PER_HOUR + MINUTE);
    }

    /** From that second on everything that is left of it takes so many times as long. */
    RealEpisode slower(double from, double times) {
        double begun = Math.max(start, from);
        return end <= from ? this : new RealEpisode(start, begun + (end - begun) * times);
    }
}
