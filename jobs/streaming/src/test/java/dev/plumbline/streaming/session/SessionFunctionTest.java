package dev.plumbline.streaming.session;

import static dev.plumbline.streaming.Told.at;
import static dev.plumbline.work.EventType.AGENT_CLAIMED_DONE;
import static dev.plumbline.work.EventType.AGENT_INPUT_REQUIRED;
import static dev.plumbline.work.EventType.AGENT_PROGRESS;
import static dev.plumbline.work.EventType.AGENT_SESSION_STARTED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.plumbline.directory.Directory;
import dev.plumbline.stall.GapSums;
import dev.plumbline.stall.SilenceFact;
import dev.plumbline.stall.StallOutcome;
import dev.plumbline.streaming.Rehearsal;
import dev.plumbline.streaming.Settings;
import dev.plumbline.streaming.Told;
import dev.plumbline.streaming.Ways;
import dev.plumbline.streaming.Ways.Moment;
import dev.plumbline.streaming.admit.RoutedEvent;
import dev.plumbline.streaming.stall.PodGaps;
import dev.plumbline.work.EventType;
import dev.plumbline.work.ObjectType;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A session is told of after 15 minutes of silence, day and night; forgotten after ten days. */
class SessionFunctionTest {

    private static final Duration FORGET_AFTER = Duration.ofDays(10);
    private static final Settings LIVE = new Settings(null, FORGET_AFTER, Duration.ofHours(1));

    private Rehearsal<RoutedEvent, SilenceFact> sessions;

    private Rehearsal<RoutedEvent, SilenceFact> start(Settings settings) throws Exception {
        sessions =
                new Rehearsal<>(
                        () -> new SessionFunction(settings, Directory.empty()), RoutedEvent::key);
        return sessions;
    }

    @AfterEach
    void stop() throws Exception {
        sessions.close();
    }

    private static RoutedEvent session(String id, EventType type, Instant at) {
        return Told.own(Told.event(type, ObjectType.AGENT_SESSION, id, at, null, null));
    }

    private static RoutedEvent session(EventType type, String moment) {
        return session("S-1", type, at(moment));
    }

    @Test
    void aSilenceIsToldAtItsFloorAndItsEndWhenWorkGoesOn() throws Exception {
        start(LIVE)
                .hears(session(AGENT_PROGRESS, "02T10:40"))
                .hears(session(AGENT_SESSION_STARTED, "02T10:00"))
                .clockReaches(at("02T10:15").minusMillis(1));
        assertThat(sessions.output()).isEmpty();

        sessions.clockReaches(at("02T10:40"));
        assertThat(sessions.output())
                .extracting(SilenceFact::at, SilenceFact::outcome)
                .containsExactly(
                        tuple(at("02T10:15"), StallOutcome.OPEN),
                        tuple(at("02T10:40"), StallOutcome.RESUMED));
        assertThat(sessions.sideOutput(SessionFunction.GAPS))
                .extracting(PodGaps::pod, PodGaps::day, PodGaps::sums)
                .containsExactly(tuple("unassigned", 20_514L, GapSums.of(40 * 60_000)));
    }

    @Test
    void whatHappensAtTheFloorItselfIsInTime() throws Exception {
        start(LIVE)
                .hears(session(AGENT_SESSION_STARTED, "02T10:00"))
                .hears(session(AGENT_PROGRESS, "02T10:15"))
                .hears(session(AGENT_CLAIMED_DONE, "02T10:20"))
                .clockReaches(at("03T00:00"));

        assertThat(sessions.output()).isEmpty();
        assertThat(sessions.sideOutput(SessionFunction.GAPS)).hasSize(2);
    }

    @Test
    void whoWaitsForAnAnswerIsNotSilent() throws Exception {
        start(LIVE)
                .hears(session(AGENT_SESSION_STARTED, "02T10:00"))
                .hears(session(AGENT_INPUT_REQUIRED, "02T10:05"))
                .clockReaches(at("03T00:00"));

        assertThat(sessions.output()).isEmpty();
    }

    @Test
    void aSessionThatNeverEndsIsForgottenAndItsSilenceWithdrawn() throws Exception {
        start(LIVE).hears(session(AGENT_SESSION_STARTED, "02T10:00")).clockReaches(at("12T10:00"));

        assertThat(sessions.output())
                .extracting(SilenceFact::at, SilenceFact::outcome)
                .containsExactly(
                        tuple(at("02T10:15"), StallOutcome.OPEN),
                        tuple(at("12T10:00"), StallOutcome.WITHDRAWN));
        assertThat(sessions.stateEntries()).isZero();
        assertThat(sessions.timers()).isZero();
    }

    @Test
    void aSilenceThatEndedInForgettingIsToldThoughTimeJumpedOverIt() throws Exception {
        start(LIVE)
                .hears(session(AGENT_SESSION_STARTED, "02T10:00"))
                .hears(session(AGENT_PROGRESS, "20T10:00"))
                .clockReaches(at("20T10:01"));

        assertThat(sessions.output())
                .extracting(SilenceFact::at, SilenceFact::outcome)
                .containsExactly(
                        tuple(at("02T10:15"), StallOutcome.OPEN),
                        tuple(at("12T10:00"), StallOutcome.WITHDRAWN));
        assertThat(sessions.sideOutput(SessionFunction.GAPS)).isEmpty();
    }

    @Test
    void howeverMuchASessionSaysItHasOneTimerToBeForgottenBy() throws Exception {
        start(LIVE).hears(session(AGENT_SESSION_STARTED, "02T10:00"));
        for (int minute = 10; minute < 60; minute++) {
            sessions.hears(session(AGENT_PROGRESS, "02T10:" + minute));
            sessions.clockReaches(at("02T10:" + minute));
        }
        sessions.clockReaches(at("02T12:00"));
        assertThat(sessions.timers()).isEqualTo(1);

        sessions.clockReaches(at("12T10:58"));
        assertThat(sessions.stateEntries()).isEqualTo(1);
        sessions.clockReaches(at("12T10:59"));
        assertThat(sessions.stateEntries()).isZero();
        assertThat(sessions.timers()).isZero();
    }

    @Test
    void nothingIsToldBehindTheEnd() throws Exception {
        for (Settings settings :
                List.of(Settings.bounded(at("02T10:14")), new Settings(null, FORGET_AFTER, null))) {
            start(settings).hears(session(AGENT_SESSION_STARTED, "02T10:00")).streamEnds();
            assertThat(sessions.output()).isEmpty();
            assertThat(sessions.timers()).isZero();
        }
    }

    @Test
    void orderRestartsAndTheStepsOfTheClockChangeNothing() throws Exception {
        List<Moment<RoutedEvent>> story = new ArrayList<>();
        EventType[] types = {
            AGENT_SESSION_STARTED,
            AGENT_PROGRESS,
            AGENT_PROGRESS,
            AGENT_INPUT_REQUIRED,
            AGENT_CLAIMED_DONE
        };
        Random random = new Random(4);
        Instant at = at("02T08:00");
        while (at.isBefore(at("31T00:00"))) {
            boolean pauses = random.nextInt(12) == 0;
            at = at.plus(Duration.ofMinutes(random.nextInt(pauses ? 12 * 24 * 60 : 30)));
            String id = "S-" + random.nextInt(2);
            RoutedEvent event = session(id, types[random.nextInt(types.length)], at);
            story.add(new Moment<>(at, event));
        }
        Settings settings = new Settings(at("31T00:00"), FORGET_AFTER, null);
        story.removeIf(moment -> moment.at().isAfter(settings.until()));
        List<String> told = Ways.atOnce(Ways.stage(start(settings), SessionFunction.GAPS), story);
        assertThat(told)
                .anyMatch(fact -> fact.contains("outcome=WITHDRAWN"))
                .anyMatch(fact -> fact.contains("outcome=RESUMED"))
                .anyMatch(fact -> fact.startsWith("PodGaps"));
        for (int seed = 1; seed <= 4; seed++) {
            assertThat(
                            Ways.inSteps(
                                    Ways.stage(start(settings), SessionFunction.GAPS),
                                    story,
                                    settings.until(),
                                    Duration.ofHours(8L * seed * seed),
                                    new Random(seed)))
                    .isEqualTo(told);
        }
        start(settings);
    }
}
