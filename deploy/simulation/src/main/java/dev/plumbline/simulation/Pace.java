package dev.plumbline.simulation;

import dev.plumbline.time.WorkCalendar;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import org.apache.commons.math3.random.RandomDataGenerator;

/**
 * How long things take in a pod: lognormal, each a little like the one before it, longer on some
 * weekdays, now and then many times longer, and longer while the pod is slowed down.
 */
final class Pace {
    static final double LOG_SD = 1.0;
    static final double AUTOCORRELATION = 0.2;

    /** Monday to Sunday: Mondays begin with meetings, Fridays end early. */
    private static final double[] WEEKDAYS = {1.15, 0.95, 0.9, 0.95, 1.1, 1, 1};

    private static final double OUTLIER_LEAST = 6;
    private static final double OUTLIER_MOST = 15;

    /** What takes time, and how long in multiples of the pod's median. */
    enum Phase {
        PICKUP(1.5),
        WORK(0.6),
        REVIEW(1.2),
        REWORK(0.6),
        MERGE(0.5),
        WAITING(3);

        final double medians;

        Phase(double medians) {
            this.medians = medians;
        }
    }

    private final SimulatedPod pod;
    private final WorkCalendar calendar;
    private final RandomDataGenerator random;
    private final Map<Phase, Double> before = new EnumMap<>(Phase.class);

    Pace(SimulatedPod pod, RandomDataGenerator random) {
        this.pod = pod;
        this.calendar = pod.calendar();
        this.random = random;
    }

    /** Working hours that a phase beginning then takes. */
    double hours(Phase phase, Instant at) {
        double log = LOG_SD * next(phase);
        double outlier =
                random.nextUniform(0, 1) < pod.outliers()
                        ? random.nextUniform(OUTLIER_LEAST, OUTLIER_MOST)
                        : 1;
        int weekday = at.atZone(calendar.zone()).getDayOfWeek().getValue() - 1;
        return pod.medianHours()
                * phase.medians
                * Math.exp(log)
                * outlier
                * WEEKDAYS[weekday]
                * slowdown(at);
    }

    /** A first-order autoregressive series of standard normal values for each phase. */
    private double next(Phase phase) {
        double fresh = random.nextGaussian(0, 1);
        Double last = before.get(phase);
        double value =
                last == null
                        ? fresh
                        : AUTOCORRELATION * last
                                + Math.sqrt(1 - AUTOCORRELATION * AUTOCORRELATION) * fresh;
        before.put(phase, value);
        return value;
    }

    private double slowdown(Instant at) {
        boolean step = pod.has(FaultKind.SLOWDOWN_STEP);
        boolean ramp = pod.has(FaultKind.SLOWDOWN_RAMP);
        if (!(step || ramp) || at.isBefore(pod.fault().span().from())) {
            return 1;
        }
        if (step) {
            return pod.fault().size();
        }
        Span span = pod.fault().span();
        double whole = Duration.between(span.from(), span.until()).toMillis();
        double passed = Duration.between(span.from(), at).toMillis();
        return 1 + (pod.fault().size() - 1) * Math.min(1, passed / whole);
    }
}
