package dev.plumbline.pod;

import dev.plumbline.time.WorkCalendar;
import dev.plumbline.work.ActorKind;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;

/** How old what is open is at an instant, and who stands behind it. */
final class OpenAges {

    private final long[] seconds;
    private final Contributors contributors;

    private OpenAges(long[] seconds, Contributors contributors) {
        this.seconds = seconds;
        this.contributors = contributors;
    }

    static OpenAges of(
            Collection<OpenWork> open, Split split, Instant asOf, WorkCalendar calendar) {
        long[] ages = new long[open.size()];
        Contributors contributors = new Contributors();
        int n = 0;
        for (OpenWork work : open) {
            if (split.includes(work.actorKind())) {
                contributors.add(work.actorKind(), work.account());
                ages[n++] = seconds(work.since(), asOf, work.actorKind(), calendar);
            }
        }
        return new OpenAges(n == ages.length ? ages : Arrays.copyOf(ages, n), contributors);
    }

    /** Working time of people, elapsed time of those who live on it; in no order. */
    long[] seconds() {
        return seconds;
    }

    Contributors contributors() {
        return contributors;
    }

    private static long seconds(
            Instant since, Instant asOf, ActorKind kind, WorkCalendar calendar) {
        if (kind != null && kind.livesOnElapsedTime()) {
            return Duration.between(since, asOf).toSeconds();
        }
        return calendar.workingSeconds(since, asOf);
    }
}
