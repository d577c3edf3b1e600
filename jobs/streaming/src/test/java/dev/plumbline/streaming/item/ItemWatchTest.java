package dev.plumbline.streaming.item;

import static dev.plumbline.streaming.Told.ANA;
import static dev.plumbline.streaming.Told.BEN;
import static dev.plumbline.streaming.Told.at;
import static dev.plumbline.streaming.Told.own;
import static dev.plumbline.streaming.Told.ticket;
import static dev.plumbline.streaming.Told.ticketAssignedTo;
import static dev.plumbline.streaming.Told.ticketEnters;
import static dev.plumbline.work.EventType.AGENT_CLAIMED_DONE;
import static dev.plumbline.work.EventType.CHANGE_MERGED;
import static dev.plumbline.work.EventType.CHANGE_OPENED;
import static dev.plumbline.work.EventType.CI_FINISHED;
import static dev.plumbline.work.EventType.PLAN_ITEM_ADDED;
import static dev.plumbline.work.EventType.WORK_ITEM_COMMENTED;
import static dev.plumbline.work.StateCategory.ACTIVE;
import static dev.plumbline.work.StateCategory.DONE;
import static dev.plumbline.work.StateCategory.REVIEW;
import static dev.plumbline.work.StateCategory.WAITING;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.plumbline.directory.Directory;
import dev.plumbline.pod.PodFact;
import dev.plumbline.pod.PodFactKind;
import dev.plumbline.stall.GapSums;
import dev.plumbline.stall.SilenceFact;
import dev.plumbline.stall.StallOutcome;
import dev.plumbline.streaming.Rehearsal;
import dev.plumbline.streaming.Settings;
import dev.plumbline.streaming.Told;
import dev.plumbline.streaming.Ways;
import dev.plumbline.streaming.Ways.Moment;
import dev.plumbline.streaming.admit.RoutedEvent;
import dev.plumbline.streaming.directory.DirectoryYaml;
import dev.plumbline.streaming.stall.PodGaps;
import dev.plumbline.streaming.verification.PodNews;
import dev.plumbline.verification.FindingKind;
import dev.plumbline.verification.FindingOutcome;
import dev.plumbline.work.EventType;
import dev.plumbline.work.ObjectType;
import dev.plumbline.work.StateCategory;
import dev.plumbline.work.Via;
import dev.plumbline.work.WorkEvent;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What an item tells beside its pod's facts. Working time is 09:00 to 17:00; ana is in pod red. */
class ItemWatchTest {

    private static final Settings LIVE =
            new Settings(null, Duration.ofDays(400), Duration.ofHours(1));
    private static final Directory PODS =
            DirectoryYaml.parse("pods: [{id: red, members: [{account: ana}]}]", "pods.yaml");

    private Rehearsal<RoutedEvent, PodFact> items;

    private Rehearsal<RoutedEvent, PodFact> start(Settings settings) throws Exception {
        items = new Rehearsal<>(() -> new ItemFunction(settings, PODS), RoutedEvent::key);
        return items;
    }

    @AfterEach
    void stop() throws Exception {
        items.close();
    }

    private static RoutedEvent inProject(WorkEvent event) {
        return own(event.inContainer("jira:PAY"));
    }

    private static RoutedEvent comment(String moment) {
        return own(ticket(WORK_ITEM_COMMENTED, at(moment)));
    }

    private List<SilenceFact> silences() {
        return items.sideOutput(ItemFunction.SILENCES);
    }

    private List<PodNews> claims() {
        return items.sideOutput(ItemFunction.NEWS).stream()
                .filter(news -> news.claim() != null)
                .toList();
    }

    @Test
    void theGapsOfAMomentAreToldAsOneSum() throws Exception {
        start(LIVE)
                .hears(own(ticketEnters(ACTIVE, at("02T10:00"))))
                .hears(comment("02T11:00"))
                .hears(comment("02T10:30"))
                .hears(comment("03T09:10"))
                .clockReaches(at("03T10:00"));

        GapSums twice = GapSums.of(30 * 60_000).plus(GapSums.of(30 * 60_000));
        GapSums overNight = GapSums.of((6 * 60 + 10) * 60_000);
        assertThat(items.sideOutput(ItemFunction.GAPS))
                .extracting(PodGaps::day, PodGaps::sums)
                .containsExactlyInAnyOrder(tuple(20_514L, twice), tuple(20_515L, overNight));
    }

    @Test
    void whoWorkedAndWhereIsToldByTheDay() throws Exception {
        start(LIVE)
                .hears(inProject(ticketAssignedTo(ANA, at("02T09:00"))))
                .hears(inProject(ticketEnters(ACTIVE, at("02T10:00"))))
                .hears(inProject(ticket(WORK_ITEM_COMMENTED, at("02T11:00"))))
                .hears(inProject(ticket(WORK_ITEM_COMMENTED, at("02T11:00"))))
                .clockReaches(at("02T12:00"));

        assertThat(items.sideOutput(Gathered.SUMS))
                .extracting(
                        PodFact::kind, PodFact::pod, PodFact::at, PodFact::subject, PodFact::count)
                .containsExactlyInAnyOrder(
                        tuple(PodFactKind.ACTIVITY, "red", at("02T00:00"), "ana", 2L),
                        tuple(
                                PodFactKind.CONTAINER_HEARD,
                                "red",
                                at("02T00:00"),
                                "jira:PAY",
                                null));
        items.clockReaches(at("02T13:00"));
        assertThat(items.sideOutput(Gathered.SUMS)).hasSize(2);
    }

    private static RoutedEvent ofTicket(
            EventType type, ObjectType by, String container, String at, String knownAt) {
        WorkEvent event = Told.event(type, by, by.word() + "-1", at(at), ANA, null);
        return RoutedEvent.linked(
                ObjectType.WORK_ITEM, "T-1", event.inContainer(container), null, at(knownAt));
    }

    /**
     * Checks are evidence and no work, a plan is neither; the last of them is learned of on
     * Wednesday.
     */
    @Test
    void wherePodsHaveTheirEvidenceFromIsToldOnceADay() throws Exception {
        ObjectType change = ObjectType.CHANGE;
        ObjectType run = ObjectType.PIPELINE_RUN;
        ObjectType plan = ObjectType.PLAN;
        start(LIVE)
                .hears(ofTicket(CI_FINISHED, run, "jenkins:early", "02T08:00", "02T08:00"))
                .hears(inProject(ticketAssignedTo(ANA, at("02T09:00"))))
                .hears(ofTicket(CI_FINISHED, run, "jenkins:pay", "02T10:00", "02T10:00"))
                .hears(ofTicket(CHANGE_OPENED, change, "git:pay", "02T11:00", "02T11:00"))
                .hears(ofTicket(CI_FINISHED, run, "jira:PAY", "02T11:00", "02T11:00"))
                .hears(ofTicket(PLAN_ITEM_ADDED, plan, "jira:BOARD", "02T11:30", "02T11:30"))
                .clockReaches(at("02T12:00"));
        items.hears(ofTicket(CI_FINISHED, run, "jenkins:pay", "02T13:00", "02T13:00"))
                .clockReaches(at("02T14:00"))
                .hears(ofTicket(CI_FINISHED, run, "jenkins:pay", "02T13:30", "04T13:00"))
                .clockReaches(at("04T14:00"));

        assertThat(items.sideOutput(Gathered.SUMS))
                .filteredOn(fact -> fact.kind() != PodFactKind.ACTIVITY)
                .extracting(PodFact::kind, PodFact::pod, PodFact::at, PodFact::subject)
                .containsExactlyInAnyOrder(
                        tuple(PodFactKind.CONTAINER_HEARD, "red", at("02T00:00"), "jira:PAY"),
                        tuple(PodFactKind.CONTAINER_HEARD, "red", at("02T00:00"), "git:pay"),
                        tuple(PodFactKind.EVIDENCE_HEARD, "red", at("02T00:00"), "jenkins:pay"),
                        tuple(PodFactKind.EVIDENCE_HEARD, "red", at("04T00:00"), "jenkins:pay"));
    }

    /** Eight working hours after Monday 10:00 it is Tuesday 10:00. */
    @Test
    void aSilenceIsToldAtItsFloorWhateverTheClockDoes() throws Exception {
        for (boolean atOnce : List.of(true, false)) {
            start(LIVE).hears(own(ticketEnters(ACTIVE, at("02T10:00"))));
            if (!atOnce) {
                items.clockReaches(at("03T09:59"));
                assertThat(silences()).isEmpty();
                items.clockReaches(at("03T10:00"));
                assertThat(silences()).hasSize(1);
            }
            items.hears(comment("04T09:00")).clockReaches(at("04T10:00"));

            assertThat(silences())
                    .extracting(SilenceFact::at, SilenceFact::outcome)
                    .containsExactly(
                            tuple(at("03T10:00"), StallOutcome.OPEN),
                            tuple(at("04T09:00"), StallOutcome.RESUMED));
            stop();
        }
        start(LIVE);
    }

    @Test
    void aSilenceWhoseFloorIsBehindTheEndIsNotTold() throws Exception {
        start(Settings.bounded(at("03T09:59")))
                .hears(own(ticketEnters(ACTIVE, at("02T10:00"))))
                .streamEnds();
        assertThat(silences()).isEmpty();
        assertThat(items.timers()).isZero();
    }

    /** Done on Monday 10:00 without a trace of anybody else: four hours later it is unverified. */
    @Test
    void aClaimIsJudgedWhenItsGraceIsOver() throws Exception {
        start(LIVE)
                .hears(own(ticketEnters(ACTIVE, at("02T09:00"))))
                .hears(own(ticketEnters(DONE, at("02T10:00"))))
                .clockReaches(at("05T00:00"));

        assertThat(claims())
                .extracting(news -> news.claim().verified(), PodNews::at)
                .containsExactly(tuple(false, at("02T14:00")));
        assertThat(items.sideOutput(ItemFunction.NEWS))
                .filteredOn(news -> news.finding() != null)
                .extracting(news -> news.finding().kind(), PodNews::at)
                .containsExactly(tuple(FindingKind.UNVERIFIED_DONE, at("02T14:00")));
    }

    /** The agent said so on Monday 10:00; that its session is the ticket's is told on Wednesday. */
    @Test
    void whatIsToldLateIsJudgedWhenItIsKnownAndNotInDaysThatAreClosed() throws Exception {
        WorkEvent done =
                Told.event(
                        AGENT_CLAIMED_DONE,
                        ObjectType.AGENT_SESSION,
                        "S-1",
                        at("02T10:00"),
                        null,
                        null);
        Via session = new Via(ObjectType.AGENT_SESSION, "S-1", false);
        start(LIVE)
                .hears(own(ticketEnters(ACTIVE, at("02T09:00"))))
                .hears(
                        RoutedEvent.linked(
                                ObjectType.WORK_ITEM, "T-1", done, session, at("04T10:00")))
                .clockReaches(at("05T00:00"));

        assertThat(claims()).extracting(PodNews::at).containsExactly(at("04T10:00"));
        assertThat(items.sideOutput(ItemFunction.NEWS))
                .allMatch(
                        news ->
                                news.finding() == null
                                        || news.finding().kind() != FindingKind.UNVERIFIED_DONE
                                        || news.at().equals(at("04T10:00")));
    }

    @Test
    void aFindingEndsInTheContainerInWhichItOpened() throws Exception {
        start(LIVE)
                .hears(own(ticketEnters(ACTIVE, at("02T09:00")).inContainer("jira:A")))
                .hears(own(ticketEnters(DONE, at("02T10:00")).inContainer("jira:A")))
                .hears(own(ticketEnters(ACTIVE, at("04T10:00")).inContainer("jira:B")))
                .clockReaches(at("04T12:00"));

        assertThat(items.sideOutput(ItemFunction.NEWS))
                .filteredOn(
                        news ->
                                news.finding() != null
                                        && news.finding().kind() == FindingKind.UNVERIFIED_DONE)
                .extracting(PodNews::container, news -> news.finding().outcome())
                .containsExactly(
                        tuple("jira:A", FindingOutcome.OPEN),
                        tuple("jira:A", FindingOutcome.REOPENED));
    }

    /**
     * Active on Monday 10:00; pushed to the ticket's change on Tuesday 09:00, seven working hours
     * later, and once named to the ticket by the commit as well: one sign of work. Eight hours
     * after it the silence is told.
     */
    @Test
    void aPushToTheChangeOfATicketIsASignOfWorkOnceByWhateverWaysItComes() throws Exception {
        WorkEvent push =
                Told.event(
                        EventType.COMMIT_PUSHED,
                        ObjectType.COMMIT,
                        "a1",
                        at("03T09:00"),
                        null,
                        null);
        for (String change : List.of("C-1", "C-2")) {
            Via over = new Via(ObjectType.CHANGE, change, false);
            start(LIVE)
                    .hears(own(ticketEnters(ACTIVE, at("02T10:00"))))
                    .hears(
                            RoutedEvent.linked(
                                    ObjectType.WORK_ITEM, "T-1", push, over, at("03T09:00")));
            if (change.equals("C-2")) {
                items.hears(RoutedEvent.linked(ObjectType.WORK_ITEM, "T-1", push));
            }
            items.clockReaches(at("03T16:59"));
            assertThat(silences()).isEmpty();
            items.clockReaches(at("03T17:00"));

            assertThat(silences()).extracting(SilenceFact::at).containsExactly(at("03T17:00"));
            assertThat(items.sideOutput(ItemFunction.GAPS))
                    .extracting(PodGaps::sums)
                    .containsExactly(GapSums.of(7 * 60 * 60_000));
            stop();
        }
        start(LIVE);
    }

    /** Unverified on Monday 14:00, and never heard of again for ten days. */
    @Test
    void whatIsFoundOfATicketThatIsForgottenEnds() throws Exception {
        Settings tenDays = new Settings(null, Duration.ofDays(10), Duration.ofHours(1));
        for (boolean comesBack : List.of(false, true)) {
            start(tenDays)
                    .hears(own(ticketEnters(ACTIVE, at("02T09:00"))))
                    .hears(own(ticketEnters(DONE, at("02T10:00"))));
            if (comesBack) {
                items.hears(comment("13T09:00"));
            }
            items.clockReaches(at("14T00:00"));

            assertThat(items.sideOutput(ItemFunction.NEWS))
                    .filteredOn(news -> news.finding() != null)
                    .extracting(news -> news.finding().outcome(), PodNews::at)
                    .containsExactly(
                            tuple(FindingOutcome.OPEN, at("02T14:00")),
                            tuple(FindingOutcome.FORGOTTEN, at("12T10:00")));
            assertThat(items.stateEntries()).isEqualTo(comesBack ? 1 : 0);
            stop();
        }
        start(LIVE);
    }

    /** Four weeks of two tickets, their changes and checks, of which some are told days later. */
    @Test
    void orderRestartsAndTheStepsOfTheClockChangeNothing() throws Exception {
        List<Moment<RoutedEvent>> story = new ArrayList<>();
        Random random = new Random(16);
        StateCategory[] states = {ACTIVE, ACTIVE, REVIEW, WAITING, DONE, DONE};
        for (int i = 0; i < 90; i++) {
            Instant at = at("02T00:00").plus(Duration.ofMinutes(random.nextInt(26 * 24 * 60)));
            String id = "T-" + random.nextInt(2);
            EventType[] linked = {CHANGE_OPENED, CHANGE_MERGED, AGENT_CLAIMED_DONE, CI_FINISHED};
            EventType type = linked[random.nextInt(linked.length)];
            ObjectType by =
                    switch (type) {
                        case AGENT_CLAIMED_DONE -> ObjectType.AGENT_SESSION;
                        case CI_FINISHED -> ObjectType.PIPELINE_RUN;
                        default -> ObjectType.CHANGE;
                    };
            Instant knownAt = at.plus(Duration.ofHours(random.nextInt(3) * 40L));
            RoutedEvent event =
                    switch (random.nextInt(5)) {
                        case 0 ->
                                own(
                                        onTicket(
                                                EventType.WORK_ITEM_STATE_CHANGED,
                                                id,
                                                at,
                                                states[random.nextInt(states.length)]));
                        case 1 -> own(onTicket(WORK_ITEM_COMMENTED, id, at, null));
                        case 2 ->
                                own(
                                        Told.event(
                                                EventType.WORK_ITEM_ASSIGNED,
                                                ObjectType.WORK_ITEM,
                                                id,
                                                at,
                                                random.nextBoolean() ? ANA : BEN,
                                                null));
                        default ->
                                RoutedEvent.linked(
                                        ObjectType.WORK_ITEM,
                                        id,
                                        Told.event(type, by, "O-" + i % 3, at, null, null),
                                        by == ObjectType.PIPELINE_RUN
                                                ? new Via(ObjectType.CHANGE, "O-1", i % 2 == 0)
                                                : null,
                                        knownAt);
                    };
            story.add(new Moment<>(event.knownAt(), event));
        }
        Settings settings = Settings.bounded(at("31T00:00"));
        story.removeIf(moment -> moment.at().isAfter(settings.until()));
        List<String> told = withoutSums(Ways.atOnce(stage(settings), story));
        assertThat(told)
                .anyMatch(said -> said.startsWith("SilenceFact"))
                .anyMatch(said -> said.contains("kind=UNVERIFIED_DONE"))
                .anyMatch(said -> said.contains("kind=CONTRADICTED_DONE"));
        for (int seed = 1; seed <= 6; seed++) {
            List<String> inSteps =
                    Ways.inSteps(
                            stage(settings),
                            story,
                            settings.until(),
                            Duration.ofHours(5L * seed * seed),
                            new Random(seed));
            assertThat(withoutSums(inSteps)).isEqualTo(told);
        }
        start(settings);
    }

    private static WorkEvent onTicket(EventType type, String id, Instant at, StateCategory state) {
        return Told.event(type, ObjectType.WORK_ITEM, id, at, null, state);
    }

    /** Sums are cut where the clock stops; that is not the same in all ways. */
    private static List<String> withoutSums(List<String> told) {
        return told.stream()
                .filter(said -> !said.startsWith("PodGaps") && !said.contains("kind=ACTIVITY"))
                .toList();
    }

    private Ways.Stage<RoutedEvent> stage(Settings settings) throws Exception {
        return Ways.stage(
                start(settings), ItemFunction.SILENCES, ItemFunction.NEWS, ItemFunction.HANDOFFS);
    }
}
