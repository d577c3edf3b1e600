package dev.plumbline.pod;

import dev.plumbline.directory.Directory;
import dev.plumbline.directory.DirectoryEntries;
import dev.plumbline.directory.PodRule;
import dev.plumbline.drift.DriftEvidence;
import dev.plumbline.drift.DriftSignal;
import dev.plumbline.source.GapClock;
import dev.plumbline.source.SilenceOutcome;
import dev.plumbline.source.SilentSource;
import dev.plumbline.time.WorkCalendar;
import dev.plumbline.work.ActorKind;
import dev.plumbline.work.Party;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;

/**
 * A pod that picks up ten handoffs a week, at ten and at one on each working day, after 20, 30 ...
 * 120 minutes of working time, each as often as the others and in no order.
 */
final class DriftStory {

    /** From 15 June to 17 July 2026. */
    static final Set<LocalDate> CLOSED_IN_SUMMER =
            new HashSet<>(LocalDate.of(2026, 6, 15).datesUntil(LocalDate.of(2026, 7, 18)).toList());

    private static final Party ANA = new Party("ana", ActorKind.HUMAN, "test");
    private static final Party BEN = new Party("ben", ActorKind.HUMAN, "test");
    private static final Party ROBOT = new Party("robot", ActorKind.AGENT, "test");

    /** A Monday. */
    private static final Instant START = Instant.parse("2026-01-05T09:00:00Z");

    private static final int[] MINUTES = {70, 30, 110, 50, 120, 20, 90, 40, 100, 60, 80};
    private static final Duration WEEK = Duration.ofDays(7);

    private final WorkCalendar calendar;
    private final PodDriftRule rule;
    private final List<PodFact> all = new ArrayList<>();
    private final List<PodFact> untold = new ArrayList<>();
    private final List<SilentSource> silences = new ArrayList<>();
    private final List<DriftSignal> told = new ArrayList<>();
    private final List<DriftEvidence> evidence = new ArrayList<>();
    private PodDrift drift = PodDrift.of("acme", "red");
    private Instant now = START;
    private int items;
    private boolean onePerson;
    private boolean bouncing;

    DriftStory() {
        this(Set.of());
    }

    DriftStory(Set<LocalDate> holidays) {
        WorkCalendar usual = WorkCalendar.standard(ZoneOffset.UTC);
        this.calendar =
                new WorkCalendar(usual.zone(), usual.days(), usual.from(), usual.to(), holidays);
        Directory directory =
                Directory.of(
                        new DirectoryEntries(
                                "acme",
                                calendar,
                                PodRule.LISTED,
                                List.of(),
                                List.of(),
                                List.of(),
                                List.of(),
                                Map.of()));
        this.rule = new PodDriftRule(directory, 0.5, Duration.ofDays(400));
    }

    DriftStory byOnePerson() {
        onePerson = true;
        return this;
    }

    /** Of all handoffs that come, one in three is handed on after three working days. */
    DriftStory inWhichManyBounce() {
        bouncing = true;
        return this;
    }

    /** Weeks in which handoffs wait so many times as long as usual. */
    DriftStory weeks(int count, int times) {
        for (int week = 0; week < count; week++) {
            for (int day = 0; day < 5; day++) {
                Instant monday = now.plus(Duration.ofDays(day));
                handoff(monday.plus(Duration.ofHours(1)), times);
                handoff(monday.plus(Duration.ofHours(4)), times);
                if (bouncing) {
                    bounce(monday.plus(Duration.ofHours(2)));
                }
            }
            passes(WEEK);
        }
        return this;
    }

    /** One handoff a week, on Monday at ten. */
    DriftStory quietWeeks(int count) {
        for (int week = 0; week < count; week++) {
            handoff(now.plus(Duration.ofHours(1)), 1);
            passes(WEEK);
        }
        return this;
    }

    DriftStory weeksUntilClosing() {
        return weeks(23, 1);
    }

    private void handoff(Instant opened, int times) {
        long minutes = (long) times * MINUTES[items % MINUTES.length];
        Party by = onePerson || items % 2 == 0 ? ANA : BEN;
        String item = item();
        Instant pickedUp = calendar.after(opened, Duration.ofMinutes(minutes).toMillis());
        add(Facts.opened(item, opened, by));
        add(Facts.pickedUp(item, pickedUp, minutes * 60, by));
    }

    private void bounce(Instant opened) {
        String item = "B-" + opened;
        long seconds = Duration.ofHours(24).toSeconds();
        add(Facts.opened(item, opened, ANA));
        add(Facts.bounced(item, calendar.after(opened, 1000 * seconds), seconds, ANA));
    }

    /** Handoffs that nobody picks up. */
    DriftStory opens(int count) {
        for (int handoff = 0; handoff < count; handoff++) {
            add(Facts.opened(item(), now, ANA));
        }
        return passes(Duration.ofMinutes(1));
    }

    DriftStory pullsAndBounces(int count) {
        for (int handoff = 0; handoff < count; handoff++) {
            String item = item();
            add(Facts.opened(item, now, ANA));
            Instant end = now.plus(Duration.ofMinutes(50));
            add(
                    handoff % 2 == 0
                            ? Facts.pulled(item, end, ANA)
                            : Facts.bounced(item, end, 3000, ANA));
            passes(Duration.ofHours(2));
        }
        return this;
    }

    DriftStory agentPicksUp() {
        String item = item();
        add(Facts.opened(item, now, ROBOT));
        add(Facts.pickedUp(item, now.plusSeconds(60), 60, ROBOT));
        return this;
    }

    /** A change a working day, each answered after an hour. */
    DriftStory merges(int count, boolean reviewRequested) {
        for (int at = 0; at < count; at++) {
            MergedChange merged =
                    new MergedChange(
                            ActorKind.HUMAN,
                            "ana",
                            3600L,
                            null,
                            null,
                            null,
                            null,
                            true,
                            true,
                            reviewRequested);
            now = calendar.after(now, Duration.ofHours(8).toMillis());
            add(FamilyFacts.merged(item(), now, ANA, merged));
        }
        return passes(Duration.ofMinutes(1));
    }

    /** Two items a working day, of each ten so many after they had come back. */
    DriftStory finishes(int count, int cameBackOfTen) {
        for (int at = 0; at < count; at++) {
            FinishedItem finished =
                    new FinishedItem(
                            null,
                            null,
                            0,
                            0,
                            0,
                            1,
                            0,
                            false,
                            0,
                            null,
                            new WorkCategory(null, null),
                            at % 10 < cameBackOfTen,
                            null);
            now = calendar.after(now, Duration.ofHours(4).toMillis());
            add(Facts.finished(item(), now, finished, ANA));
        }
        return passes(Duration.ofMinutes(1));
    }

    DriftStory hearsFrom(String container) {
        add(
                new PodFact(
                        "acme",
                        "red",
                        PodFactKind.CONTAINER_HEARD,
                        now,
                        "",
                        0,
                        container,
                        null,
                        null,
                        null,
                        null,
                        false,
                        null,
                        null));
        return this;
    }

    /** From now on, and known at once. */
    DriftStory silence(String container, Duration length) {
        silences.add(
                new SilentSource(
                        "acme",
                        "tool",
                        container,
                        now,
                        now,
                        now.plus(length),
                        SilenceOutcome.HEARD,
                        GapClock.WORKING,
                        3600));
        return this;
    }

    DriftStory passes(Duration time) {
        now = now.plus(time);
        untold.sort(PodFact.FOLD_ORDER);
        List<PodFact> facts = untold.stream().filter(fact -> !fact.at().isAfter(now)).toList();
        untold.removeAll(facts);
        PodDriftStep step = rule.advance(drift, stretch(facts, now));
        drift = step.drift();
        told.addAll(step.told());
        evidence.addAll(step.evidence());
        return this;
    }

    private PodStretch stretch(List<PodFact> facts, Instant until) {
        return new PodStretch("acme", "red", facts, until, silences);
    }

    private String item() {
        items++;
        return "T-" + items;
    }

    private void add(PodFact fact) {
        all.add(fact);
        untold.add(fact);
    }

    Instant now() {
        return now;
    }

    PodDrift drift() {
        return drift;
    }

    List<DriftSignal> told() {
        return told;
    }

    /** What was told of what is known of a metric. */
    List<DriftEvidence> evidence(String metric, String split) {
        return evidence.stream()
                .filter(row -> row.metric().equals(metric) && row.split().equals(split))
                .toList();
    }

    List<DriftEvidence> evidence() {
        return evidence;
    }

    /** The same story in one stretch. */
    PodDriftStep atOnce() {
        return rule.advance(PodDrift.of("acme", "red"), stretch(soFar(), now));
    }

    /** The same story, cut anywhere. */
    PodDriftStep inPieces(Random random) {
        List<PodFact> facts = soFar();
        List<DriftSignal> pieces = new ArrayList<>();
        List<DriftEvidence> known = new ArrayList<>();
        PodDrift current = PodDrift.of("acme", "red");
        int from = 0;
        Instant until = START;
        while (until.isBefore(now)) {
            until = until.plus(Duration.ofMinutes(1 + random.nextInt(4000)));
            until = until.isAfter(now) ? now : until;
            int to = from;
            while (to < facts.size() && !facts.get(to).at().isAfter(until)) {
                to++;
            }
            PodDriftStep step = rule.advance(current, stretch(facts.subList(from, to), until));
            pieces.addAll(step.told());
            known.addAll(step.evidence());
            current = step.drift();
            from = to;
        }
        return new PodDriftStep(current, pieces, known);
    }

    private List<PodFact> soFar() {
        return all.stream()
                .filter(fact -> !fact.at().isAfter(now))
                .sorted(PodFact.FOLD_ORDER)
                .toList();
    }
}
