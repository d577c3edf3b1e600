package dev.plumbline.debt;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.time.Days;
import dev.plumbline.time.WorkCalendar;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * However time is cut into steps, in whatever order facts come and however often: one ledger, and
 * its rows sum to the balance of every day, to the second.
 */
class LedgerAddsUpTest {

    private static final ZoneId MADRID = ZoneId.of("Europe/Madrid");
    private static final WorkCalendar CALENDAR = WorkCalendar.standard(MADRID);
    private static final Days DAYS = new Days(MADRID);
    private static final Instant START = Instant.parse("2026-02-01T23:00:00Z");
    private static final List<EpisodeKind> KINDS = List.of(EpisodeKind.values());
    private static final int LENGTH = 100;
    private static final Instant END = DAYS.start(DAYS.of(START) + LENGTH);

    private final DebtRule rule = new DebtRule(DAYS, CALENDAR);

    /** What one way of telling the same facts gives. */
    private record Told(List<DebtEntry> open, Map<String, DebtEntry> last, List<PodHealth> days) {}

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void thereIsOneLedgerAndItAddsUp(long seed) {
        Random random = new Random(seed);
        List<DebtFact> facts = facts(random);
        Told expected = told(facts, List.of(END), random);
        assertThat(expected.days()).hasSizeGreaterThan(90);
        assertThat(expected.last()).hasSizeGreaterThan(100);
        Set<DebtCategory> categories =
                expected.last().values().stream()
                        .map(DebtEntry::category)
                        .collect(Collectors.toSet());
        assertThat(categories).containsExactlyInAnyOrder(DebtCategory.values());
        assertThat(expected.open().stream().anyMatch(e -> e.paidSeconds() > 0)).isTrue();
        addsUp(expected);
        isWhatTheFactsSay(facts, expected);
        for (int round = 0; round < 4; round++) {
            List<Instant> steps = new ArrayList<>(List.of(END));
            for (int step = 0; step < 20 + 200 * round; step++) {
                steps.add(START.plusSeconds(random.nextInt(LENGTH * 86_400)));
            }
            Collections.sort(steps);
            Told again = told(facts, steps, random);
            assertThat(again.days()).isEqualTo(expected.days());
            assertThat(again.last()).isEqualTo(expected.last());
            addsUp(again);
        }
    }

    /** The open rows of each day sum to its balance. */
    private static void addsUp(Told told) {
        Map<Instant, Long> owed = new HashMap<>();
        Map<Instant, Long> entries = new HashMap<>();
        for (DebtEntry entry : told.open()) {
            owed.merge(entry.asOf(), entry.debtSeconds(), Long::sum);
            entries.merge(entry.asOf(), 1L, Long::sum);
        }
        for (PodHealth day : told.days()) {
            assertThat(owed.getOrDefault(day.asOf(), 0L)).isEqualTo(day.debtSeconds());
            assertThat(entries.getOrDefault(day.asOf(), 0L)).isEqualTo(day.openEntries());
        }
        Map<Instant, Long> balances = new HashMap<>();
        told.days().forEach(day -> balances.put(day.day(), day.debtSeconds()));
        for (PodHealth day : told.days()) {
            if (day.slopeSecondsPerWeek() != null) {
                Instant before = DAYS.start(DAYS.of(day.day()) - 7);
                assertThat(balances.getOrDefault(before, 0L) + day.slopeSecondsPerWeek())
                        .isEqualTo(day.debtSeconds());
            }
        }
        assertThat(told.last().values())
                .allSatisfy(
                        entry ->
                                assertThat(entry.debtSeconds() + entry.paidSeconds())
                                        .isEqualTo(
                                                Math.max(
                                                        entry.paidSeconds(),
                                                        entry.observedSeconds()
                                                                - entry.baselineSeconds())));
    }

    /** Rework, stalls and their sums, worked out from the facts without the rule. */
    private static void isWhatTheFactsSay(List<DebtFact> facts, Told told) {
        Map<String, DebtFact> opened = new HashMap<>();
        Map<String, DebtFact> ended = new HashMap<>();
        for (DebtFact fact : facts) {
            if (fact.episode() == EpisodeKind.REWORK || fact.episode() == EpisodeKind.STALL) {
                (fact.kind() == DebtFactKind.OPENED ? opened : ended).put(fact.subject(), fact);
            }
        }
        long compared = 0;
        for (DebtFact fact : opened.values()) {
            boolean rework = fact.episode() == EpisodeKind.REWORK;
            DebtFact end = ended.get(fact.subject());
            Instant until = end == null ? END : end.at();
            long observed =
                    fact.elapsed()
                            ? Duration.between(fact.openedAt(), until).toSeconds()
                            : CALENDAR.workingSeconds(fact.openedAt(), until);
            Long usual = rework ? Long.valueOf(0) : fact.baselineSeconds();
            String stretch = fact.subject() + '@' + fact.openedAt().toEpochMilli();
            String id = rework ? "rework/" + stretch : "silent_stall/" + fact.subject();
            if (usual == null || observed <= usual) {
                assertThat(told.last()).doesNotContainKey(id);
            } else {
                assertThat(told.last().get(id).debtSeconds()).isEqualTo(observed - usual);
                compared++;
            }
        }
        assertThat(compared).isGreaterThan(30);
    }

    /** In each step come what is due by then, twice over, in a random order. */
    private Told told(List<DebtFact> facts, List<Instant> steps, Random random) {
        PodDebt pod = PodDebt.of("acme", "red");
        List<DebtEntry> entries = new ArrayList<>();
        List<PodHealth> days = new ArrayList<>();
        Instant from = Instant.MIN;
        for (Instant until : steps) {
            List<DebtFact> due = new ArrayList<>();
            for (DebtFact fact : facts) {
                if (fact.at().isAfter(from) && !fact.at().isAfter(until)) {
                    due.addAll(Collections.nCopies(1 + random.nextInt(2), fact));
                }
            }
            Collections.shuffle(due, random);
            due.sort(DebtFact.FOLD_ORDER);
            DebtStep step = rule.advance(pod, due, until, true);
            pod = step.pod();
            entries.addAll(step.entries());
            days.addAll(step.health());
            from = until;
        }
        Map<String, DebtEntry> last = new HashMap<>();
        entries.forEach(entry -> last.put(entry.id(), entry));
        return new Told(entries.stream().filter(e -> e.closedAt() == null).toList(), last, days);
    }

    private static List<DebtFact> facts(Random random) {
        List<DebtFact> facts = new ArrayList<>();
        for (int i = 0; i < 900; i++) {
            EpisodeKind kind = KINDS.get(random.nextInt(KINDS.size()));
            boolean elapsed = random.nextInt(4) == 0;
            Instant opened = START.plusSeconds(random.nextInt(LENGTH * 86_400 - 86_400));
            boolean fast = opened.isAfter(START.plus(Duration.ofDays(50)));
            double logHours = (fast ? 0.5 : 3.2) + (fast ? 0.5 : 0.9) * random.nextGaussian();
            double hours = Math.exp(logHours);
            episode(facts, random, kind, "e" + i, opened, Math.round(hours * 3600), elapsed);
            if (kind == EpisodeKind.FALSE_CLAIM && random.nextBoolean()) {
                Instant other = opened.plusSeconds(random.nextInt(40_000));
                episode(facts, random, kind, "f" + i, other, Math.round(hours * 3000), elapsed);
            }
        }
        Set<DebtFact> distinct = new HashSet<>(facts);
        return distinct.stream().filter(fact -> !fact.at().isAfter(END)).toList();
    }

    /** Some never end, some are let go, some are known late, some turn out never to have been. */
    private static void episode(
            List<DebtFact> facts,
            Random random,
            EpisodeKind kind,
            String id,
            Instant opened,
            long seconds,
            boolean elapsed) {
        boolean late = kind == EpisodeKind.STALL || kind == EpisodeKind.FALSE_CLAIM;
        Instant known = late ? opened.plusSeconds(random.nextInt(50_000)) : opened;
        Long usual = kind != EpisodeKind.STALL || random.nextInt(5) == 0 ? null : 7_200L;
        String object = "T-" + (kind == EpisodeKind.FALSE_CLAIM ? id.substring(1) : id);
        facts.add(fact(DebtFactKind.OPENED, known, kind, id, object, opened, elapsed, usual));
        if (random.nextInt(8) > 0) {
            DebtFactKind how = DebtFactKind.ENDED;
            if (kind.isPromise() && random.nextInt(6) == 0) {
                how = DebtFactKind.RELEASED;
            } else if (kind == EpisodeKind.FALSE_CLAIM && random.nextInt(4) == 0) {
                how = DebtFactKind.RETRACTED;
            }
            Instant end = known.plusSeconds(seconds);
            facts.add(fact(how, end, kind, id, object, opened, elapsed, usual));
        }
    }

    private static DebtFact fact(
            DebtFactKind what,
            Instant at,
            EpisodeKind kind,
            String id,
            String object,
            Instant opened,
            boolean elapsed,
            Long usual) {
        return new DebtFact(
                "acme", "red", what, at, 0, "work_item", object, kind, id, opened, elapsed, usual);
    }
}
