package dev.plumbline.benchmarks;

import dev.plumbline.benchmarks.contenders.Adwin;
import dev.plumbline.benchmarks.contenders.Contender;
import dev.plumbline.benchmarks.contenders.CusumChart;
import dev.plumbline.benchmarks.contenders.EwmaChart;
import dev.plumbline.benchmarks.contenders.FixedLimit;
import dev.plumbline.benchmarks.contenders.Kswin;
import dev.plumbline.benchmarks.contenders.MedianRatio;
import dev.plumbline.benchmarks.contenders.OnlineChangePoint;
import dev.plumbline.benchmarks.contenders.PageHinkley;
import dev.plumbline.benchmarks.contenders.WeeklyThreeSigma;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * A detector with its settings and its scale.
 *
 * @param threshold by default; NaN where it is to be calibrated
 * @param ceiling of the statistic, beyond every threshold
 * @param maker from the reference on that scale, in the order of time
 */
record Rival(
        String name,
        Scale scale,
        double threshold,
        double ceiling,
        Function<double[], Contender> maker) {

    static final String PLUMBLINE = "Plumbline";

    private static final double NONE = Double.NaN;
    private static final double LARGE = 1e6;

    /** The name and the scale. */
    String label() {
        return isPlumbline() ? name : name + ", " + scale.word();
    }

    boolean isPlumbline() {
        return PLUMBLINE.equals(name);
    }

    /** Begins to watch after that reference, ln(hours) in the order of time. */
    Watch watch(double[] reference) {
        return new Watch(this, Scale.ascending(reference), maker.apply(scale.of(reference)));
    }

    /** One detector on one series. */
    @SuppressWarnings("ArrayRecordComponent") // compared by nobody
    record Watch(Rival rival, float[] ascending, Contender contender) {
        double after(double logHours) {
            return contender.after(rival.scale.of(ascending, logHours));
        }
    }

    /** The detector that ships: its thresholds are not calibrated here. */
    static Rival plumbline() {
        return new Rival(PLUMBLINE, Scale.LOGS, NONE, DriftBenchmark.CEILING, PlumblineLevel::new);
    }

    /** Each as its authors or habit would run it. */
    static List<Rival> byDefault() {
        List<Rival> rivals = new ArrayList<>();
        for (Scale scale : List.of(Scale.HOURS, Scale.LOGS)) {
            double cut = -Math.log(0.002);
            rivals.add(learner("ADWIN", scale, cut, () -> new Adwin(32)));
            rivals.add(learner("Page-Hinkley", scale, 50, () -> new PageHinkley(0.005)));
        }
        double differs = Kswin.usualThreshold();
        rivals.add(learner("KSWIN", Scale.LOGS, differs, () -> new Kswin(draw())));
        rivals.add(
                new Rival(
                        "BOCPD",
                        Scale.LOGS,
                        0.5,
                        1,
                        told -> learned(told, 0.5, () -> new OnlineChangePoint(told, 1 / 250.0))));
        rivals.add(new Rival("CUSUM", Scale.LOGS, 5, LARGE, told -> new CusumChart(told, 0.5)));
        rivals.add(new Rival("EWMA", Scale.LOGS, 2.7, LARGE, told -> new EwmaChart(told, 0.1)));
        rivals.add(new Rival("median ratio 1.5", Scale.LOGS, 1.5, LARGE, MedianRatio::new));
        rivals.add(new Rival("weekly three sigma", Scale.HOURS, 3, LARGE, WeeklyThreeSigma::new));
        rivals.add(new Rival("item over 80 h", Scale.HOURS, 80, LARGE, told -> new FixedLimit()));
        return rivals;
    }

    /** Each with the settings that suit small series; the thresholds are found by simulation. */
    static List<Rival> calibrated() {
        List<Rival> rivals = new ArrayList<>();
        for (Scale scale : List.of(Scale.LOGS, Scale.RANKS)) {
            rivals.add(new Rival("CUSUM", scale, NONE, LARGE, told -> new CusumChart(told, 0.35)));
            rivals.add(new Rival("EWMA", scale, NONE, LARGE, told -> new EwmaChart(told, 0.1)));
            rivals.add(learner("ADWIN", scale, NONE, () -> new Adwin(1)));
            rivals.add(learner("Page-Hinkley", scale, NONE, () -> new PageHinkley(0.2)));
            rivals.add(
                    new Rival(
                            "BOCPD",
                            scale,
                            NONE,
                            1,
                            told ->
                                    learned(
                                            told,
                                            NONE,
                                            () -> new OnlineChangePoint(told, 1 / 1_000.0))));
        }
        rivals.add(learner("KSWIN", Scale.LOGS, NONE, () -> new Kswin(null)));
        rivals.add(new Rival("median ratio", Scale.LOGS, NONE, LARGE, MedianRatio::new));
        for (Scale scale : List.of(Scale.HOURS, Scale.LOGS)) {
            rivals.add(new Rival("weekly sigma", scale, NONE, LARGE, WeeklyThreeSigma::new));
        }
        rivals.add(new Rival("item over limit", Scale.LOGS, NONE, LARGE, told -> new FixedLimit()));
        return rivals;
    }

    /** One that has no reference: it is told the reference as its past. */
    private static Rival learner(
            String name, Scale scale, double threshold, Supplier<Contender> fresh) {
        return new Rival(name, scale, threshold, LARGE, told -> learned(told, threshold, fresh));
    }

    /** Begins anew after an alarm in its past, as the libraries do. */
    private static Contender learned(double[] past, double threshold, Supplier<Contender> fresh) {
        Contender contender = fresh.get();
        for (double value : past) {
            if (contender.after(value) >= threshold) {
                contender = fresh.get();
            }
        }
        return contender;
    }

    private static SplittableRandom draw() {
        return new SplittableRandom(11);
    }
}
