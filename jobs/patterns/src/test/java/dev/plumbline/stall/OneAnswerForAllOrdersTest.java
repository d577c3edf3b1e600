package dev.plumbline.stall;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.time.Days;
import dev.plumbline.time.WorkCalendar;
import dev.plumbline.work.ActorKind;
import dev.plumbline.work.ObjectType;
import dev.plumbline.work.StateCategory;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** However time is cut into steps and however facts and gaps come mixed: one history of stalls. */
class OneAnswerForAllOrdersTest {

    private static final ZoneId MADRID = ZoneId.of("Europe/Madrid");
    private static final Instant START = Instant.parse("2026-02-01T23:00:00Z");
    private static final long FIRST_DAY = LocalDate.of(2026, 2, 2).toEpochDay();
    private static final int DAYS = 80;
    private static final Instant END = START.plusSeconds(DAYS * 86_400L);
    private static final List<Stratum> STRATA =
            List.of(
                    Stratum.of(ObjectType.WORK_ITEM, StateCategory.ACTIVE, ActorKind.HUMAN),
                    Stratum.of(ObjectType.WORK_ITEM, StateCategory.TODO, ActorKind.AGENT));

    /** The organisation grows slower and quicker from day to day. */
    private static final Priors PRIORS =
            (stratum, day) ->
                    new OrganisationPrior(
                            5 + Math.floorMod(day * 7, 3) * 0.7, 0.8, 1, 12, 100 + day);

    private record DayOfGaps(Stratum stratum, long day, GapSums sums) {}

    private final StallRule rule =
            new StallRule(new Days(MADRID), WorkCalendar.standard(MADRID), PRIORS);

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void thereIsOneAnswer(long seed) {
        Random random = new Random(seed);
        List<SilenceFact> facts = facts(random);
        List<DayOfGaps> gaps = gaps(random);
        List<Stall> expected = stalls(facts, gaps, List.of(END), random);
        assertThat(expected).hasSizeGreaterThan(20);
        for (int round = 0; round < 4; round++) {
            List<Instant> steps = new ArrayList<>(List.of(END));
            for (int step = 0; step < 10 + 150 * round; step++) {
                steps.add(START.plusSeconds(random.nextInt(DAYS * 86_400)));
            }
            facts.forEach(fact -> steps.add(fact.at()));
            Collections.sort(steps);
            assertThat(stalls(facts, gaps, steps, random)).isEqualTo(expected);
        }
    }

    /** Lets time pass in those steps; in each come what is due by then, in a random order. */
    private List<Stall> stalls(
            List<SilenceFact> facts, List<DayOfGaps> gaps, List<Instant> steps, Random random) {
        PodWatch watch = PodWatch.of("acme", "red");
        List<Stall> rows = new ArrayList<>();
        Instant from = Instant.MIN;
        for (Instant until : steps) {
            Instant after = from;
            List<DayOfGaps> told =
                    shuffled(
                            gaps.stream().filter(g -> due(dayEnd(g), after, until)).toList(),
                            random);
            for (DayOfGaps day : told) {
                watch.add(day.stratum(), day.day(), day.sums());
            }
            List<SilenceFact> due =
                    shuffled(
                            facts.stream().filter(f -> due(f.at(), after, until)).toList(), random);
            due.sort(SilenceFact.FOLD_ORDER);
            StallStep step = rule.advance(watch, due, until);
            rows.addAll(step.changed());
            watch = step.watch();
            from = until;
        }
        return rows;
    }

    private static boolean due(Instant at, Instant after, Instant until) {
        return at.isAfter(after) && !at.isAfter(until);
    }

    private static Instant dayEnd(DayOfGaps gaps) {
        return new Days(MADRID).start(gaps.day() + 1);
    }

    private static <T> List<T> shuffled(List<T> list, Random random) {
        List<T> copy = new ArrayList<>(list);
        Collections.shuffle(copy, random);
        return copy;
    }

    private static List<SilenceFact> facts(Random random) {
        List<SilenceFact> facts = new ArrayList<>();
        for (int item = 0; item < 25; item++) {
            Instant since = START.plusSeconds(random.nextInt(20 * 86_400));
            long step = 0;
            while (since.isBefore(END)) {
                Stratum stratum = STRATA.get(random.nextInt(STRATA.size()));
                SilentItem silent = new SilentItem(stratum, "T-" + item, null, since, "e" + step);
                Instant told = since.plusSeconds(86_400 + 3_600 * random.nextInt(48));
                Instant ended = told.plusSeconds(900L * random.nextInt(2_500));
                if (ended.isAfter(END)) {
                    break;
                }
                facts.add(SilenceFact.silent("acme", "red", told, step++, silent));
                facts.add(
                        SilenceFact.ended(
                                "acme", "red", ended, step++, silent, StallOutcome.RESUMED, "f"));
                since = ended;
            }
        }
        return facts;
    }

    private static List<DayOfGaps> gaps(Random random) {
        List<DayOfGaps> gaps = new ArrayList<>();
        for (long day = FIRST_DAY; day < FIRST_DAY + DAYS; day++) {
            for (Stratum stratum : STRATA) {
                for (int part = random.nextInt(3); part > 0; part--) {
                    long millis = (long) (60_000 * Math.exp(5 + random.nextGaussian()));
                    gaps.add(new DayOfGaps(stratum, day, GapSums.of(millis)));
                }
            }
        }
        return gaps;
    }
}
