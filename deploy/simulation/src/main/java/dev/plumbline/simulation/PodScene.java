package dev.plumbline.simulation;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.math3.random.RandomDataGenerator;

/** All that the lives in one pod share. */
final class PodScene {
    /** Nobody who is about to disengage begins anything within so many working hours. */
    private static final double NOTICE_HOURS = 8;

    private static final int SHA_DIGITS = 40;

    final SimulatedPod pod;
    final RandomDataGenerator random;
    final PodClock clock;
    final Pace pace;
    final Journal journal;
    final List<Truth> truths = new ArrayList<>();
    final Deployments deployments;
    private int numbers;

    PodScene(SimulatedPod pod, RandomDataGenerator random, PodClock clock) {
        this.pod = pod;
        this.random = random;
        this.clock = clock;
        this.pace = new Pace(pod, random);
        this.journal = new Journal(pod, clock.end());
        this.deployments = new Deployments(this);
    }

    boolean chance(double share) {
        return random.nextUniform(0, 1) < share;
    }

    double between(double least, double most) {
        return random.nextUniform(least, most);
    }

    <T> T oneOf(List<T> all) {
        return all.get(random.nextInt(0, all.size() - 1));
    }

    String sha() {
        return random.nextHexString(SHA_DIGITS);
    }

    /** The number of the next change, run, deployment or session. */
    int number() {
        return ++numbers;
    }

    boolean acts(Member member, Instant at) {
        return !(pod.has(FaultKind.DISENGAGEMENT)
                && pod.fault().member().equals(member)
                && !clock.plain(at, NOTICE_HOURS).isBefore(pod.fault().span().from()));
    }

    /** A person who acts then, none of these. */
    Member somebodyBut(Instant at, Member... others) {
        List<Member> none = List.of(others);
        return oneOf(
                pod.humans().stream().filter(one -> acts(one, at) && !none.contains(one)).toList());
    }

    /** The member itself, or another one than these where it acts no more. */
    Member stillOr(Member member, Instant at, Member... others) {
        return acts(member, at) ? member : somebodyBut(at, others);
    }

    /** Writes down what is true, unless it is too late to be seen. */
    void isTrue(Truth truth) {
        Instant end = clock.end();
        boolean tooLate = truth.due() != null && !truth.due().isBefore(end);
        if (tooLate || !truth.from().isBefore(end)) {
            return;
        }
        boolean lasts = truth.until() == null || !truth.until().isBefore(end);
        truths.add(lasts ? truth.until(null) : truth);
    }
}
