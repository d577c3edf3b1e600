package dev.plumbline.stall;

import dev.plumbline.time.WorkCalendar;
import dev.plumbline.work.ActorKind;
import dev.plumbline.work.ObjectType;
import dev.plumbline.work.StateCategory;
import java.time.Duration;
import java.time.Instant;

/** Whose silence it is: on which clock it is counted and how long it is borne without history. */
public enum Patience {
    /** Working time: nobody is waited for at night. */
    PEOPLE(Duration.ofHours(8), Duration.ofHours(24)),
    /** Elapsed time. */
    AGENTS(Duration.ofMinutes(15), Duration.ofMinutes(30));

    private final long floorMillis;
    private final long coldStartMillis;

    Patience(Duration floor, Duration coldStart) {
        floorMillis = floor.toMillis();
        coldStartMillis = coldStart.toMillis();
    }

    /**
     * Agents are waited for in their sessions and where an item of theirs is to do or active. In
     * review, and where a service, a group or nobody known owns the item, people are missing.
     */
    public static Patience of(Stratum stratum) {
        boolean session = stratum.objectType() == ObjectType.AGENT_SESSION;
        boolean agentsTurn =
                stratum.ownerKind() == ActorKind.AGENT && stratum.state() != StateCategory.REVIEW;
        return session || agentsTurn ? AGENTS : PEOPLE;
    }

    /** No silence shorter than this is a stall, whatever the history says. Effective time. */
    public long floorMillis() {
        return floorMillis;
    }

    /** The 95th percentile of gaps where there is no history at all. Effective time. */
    public long coldStartMillis() {
        return coldStartMillis;
    }

    /** Effective milliseconds in [{@code from}, {@code to}); 0 if negative. */
    public long silentMillis(Instant from, Instant to, WorkCalendar calendar) {
        return this == AGENTS
                ? Math.max(0, Duration.between(from, to).toMillis())
                : calendar.workingMillis(from, to);
    }

    /** The first instant at which a silence since {@code from} has lasted so long. */
    public Instant after(Instant from, long effectiveMillis, WorkCalendar calendar) {
        return this == AGENTS
                ? from.plusMillis(effectiveMillis)
                : calendar.after(from, effectiveMillis);
    }
}
