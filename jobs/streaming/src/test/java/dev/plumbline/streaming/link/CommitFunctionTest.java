package dev.plumbline.streaming.link;

import static dev.plumbline.pod.PodFactKind.COMMIT_LINKED;
import static dev.plumbline.pod.PodFactKind.COMMIT_UNLINKED;
import static dev.plumbline.streaming.Told.TICKET;
import static dev.plumbline.streaming.Told.at;
import static dev.plumbline.streaming.Told.change;
import static dev.plumbline.work.EventType.CHANGE_MERGED;
import static dev.plumbline.work.EventType.CI_FINISHED;
import static dev.plumbline.work.EventType.COMMIT_PUSHED;
import static dev.plumbline.work.EventType.WORK_ITEM_LINKED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.plumbline.directory.Directory;
import dev.plumbline.pod.PodFact;
import dev.plumbline.streaming.Rehearsal;
import dev.plumbline.streaming.Settings;
import dev.plumbline.streaming.Told;
import dev.plumbline.streaming.Ways;
import dev.plumbline.streaming.Ways.Moment;
import dev.plumbline.streaming.admit.RoutedEvent;
import dev.plumbline.streaming.verification.PodNews;
import dev.plumbline.streaming.verification.PodNews.Sign;
import dev.plumbline.verification.FindingOutcome;
import dev.plumbline.work.Link;
import dev.plumbline.work.ObjectType;
import dev.plumbline.work.Via;
import dev.plumbline.work.WorkEvent;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CommitFunctionTest {

    private static final Settings SETTINGS = new Settings(null, Duration.ofDays(10), null);
    private static final Link PROPOSED = new Link("part_of", ObjectType.CHANGE, "C-1");
    private static final Link MERGED_AS = new Link(Link.MERGED_AS, ObjectType.COMMIT, "sha-1");

    private Rehearsal<RoutedEvent, RoutedEvent> commits;

    @BeforeEach
    void start() throws Exception {
        start(SETTINGS);
    }

    private void start(Settings settings) throws Exception {
        commits =
                new Rehearsal<>(
                        () -> new CommitFunction(settings, Directory.empty()), RoutedEvent::key);
    }

    @AfterEach
    void stop() throws Exception {
        commits.close();
    }

    private static RoutedEvent checked(String moment) {
        WorkEvent check =
                Told.event(CI_FINISHED, ObjectType.PIPELINE_RUN, "run-1", at(moment), null, null);
        return RoutedEvent.linked(ObjectType.COMMIT, "sha-1", check);
    }

    private static RoutedEvent pushed(String moment, Link... links) {
        return Told.own(
                Told.event(
                        COMMIT_PUSHED, ObjectType.COMMIT, "sha-1", at(moment), null, null, links));
    }

    private static RoutedEvent changeIsMergedAsIt(String moment) {
        return RoutedEvent.linked(
                ObjectType.COMMIT, "sha-1", change(CHANGE_MERGED, at(moment), MERGED_AS));
    }

    @Test
    void aCheckOfTheMergeCommitReachesTheChangeAndGoesOnToItsTickets() throws Exception {
        commits.hears(changeIsMergedAsIt("02T09:00"))
                .hears(checked("02T10:00"))
                .clockReaches(at("02T12:00"));

        assertThat(commits.output()).hasSize(1);
        RoutedEvent passed = commits.output().get(0);
        assertThat(passed.targetId()).isEqualTo("C-1");
        assertThat(passed.via()).isEqualTo(new Via(ObjectType.COMMIT, "sha-1", true));
        assertThat(commits.sideOutput(CommitFunction.OF_CHANGES)).containsExactly(passed);
    }

    @Test
    void aCheckThatCameBeforeTheMergeIsToldAtTheMerge() throws Exception {
        commits.hears(checked("02T08:00"))
                .hears(changeIsMergedAsIt("02T09:00"))
                .clockReaches(at("02T12:00"));

        assertThat(commits.output())
                .extracting(RoutedEvent::knownAt)
                .containsExactly(at("02T09:00"));
    }

    @Test
    void aCommitThatNamesItsTicketPassesItsChecksOnButNotItsPush() throws Exception {
        commits.hears(pushed("02T09:00", TICKET))
                .hears(checked("02T10:00"))
                .clockReaches(at("02T12:00"));

        assertThat(commits.output()).extracting(RoutedEvent::targetId).containsExactly("T-1");
        assertThat(commits.output()).extracting(r -> r.event().type()).containsExactly(CI_FINISHED);
        assertThat(commits.sideOutput(CommitFunction.OF_CHANGES)).isEmpty();
    }

    @Test
    void aCommitOfAChangeIsCountedWithItsChangeWhateverElseItNames() throws Exception {
        commits.hears(pushed("02T09:00", PROPOSED, TICKET)).clockReaches(at("09T12:00"));

        assertThat(facts()).isEmpty();
    }

    @Test
    void aCommitThatNamesATicketAndWasMergedBeforeItsPushWasHeardIsCountedWithItsChange()
            throws Exception {
        commits.hears(changeIsMergedAsIt("02T08:00"))
                .hears(ticketNamesIt("02T08:30"))
                .hears(pushed("02T09:00", TICKET))
                .clockReaches(at("09T12:00"));

        assertThat(facts()).isEmpty();
    }

    @Test
    void aSilentCommitIsForgotten() throws Exception {
        commits.hears(pushed("02T09:00", TICKET)).clockReaches(at("12T08:59"));
        assertThat(commits.stateEntries()).isEqualTo(2);

        commits.clockReaches(at("12T09:00"));

        assertThat(commits.stateEntries()).isZero();
        assertThat(commits.timers()).isZero();
    }

    private static RoutedEvent ticketNamesIt(String moment) {
        return RoutedEvent.linked(
                ObjectType.COMMIT, "sha-1", Told.ticket(WORK_ITEM_LINKED, at(moment)));
    }

    private List<PodFact> facts() {
        return commits.sideOutput(CommitFunction.FACTS);
    }

    private List<PodNews> news() {
        return commits.sideOutput(CommitFunction.NEWS);
    }

    @Test
    void aCommitThatNamesItsTicketIsCountedAtOnceAndShowsThatCommitsDo() throws Exception {
        commits.hears(pushed("02T09:00", TICKET)).clockReaches(at("03T00:00"));

        assertThat(facts())
                .extracting(PodFact::kind, PodFact::at, PodFact::item)
                .containsExactly(tuple(COMMIT_LINKED, at("02T09:00"), "commit:sha-1"));
        assertThat(news())
                .extracting(PodNews::sign, PodNews::at)
                .containsExactly(tuple(Sign.WORK_ITEM_LINK, at("02T09:00")));
    }

    /** Four working hours from 09:00 on. */
    @Test
    void aCommitOfNothingIsAnOrphanWhenItsGraceIsOver() throws Exception {
        commits.hears(pushed("02T09:00")).clockReaches(at("02T13:00").minusMillis(1));
        assertThat(facts()).isEmpty();

        commits.clockReaches(at("02T13:00"));
        assertThat(facts())
                .extracting(PodFact::kind, PodFact::at)
                .containsExactly(tuple(COMMIT_UNLINKED, at("02T13:00")));
        assertThat(news())
                .extracting(told -> told.finding().openedAt(), PodNews::at, PodNews::since)
                .containsExactly(tuple(at("02T13:00"), at("02T13:00"), at("02T09:00")));
        assertThat(commits.timers()).isEqualTo(1);
    }

    @Test
    void aTicketThatNamesItAtTheEndOfTheGraceIsInTime() throws Exception {
        commits.hears(ticketNamesIt("02T13:00"))
                .hears(pushed("02T09:00"))
                .clockReaches(at("05T00:00"));

        assertThat(facts())
                .extracting(PodFact::kind, PodFact::at)
                .containsExactly(tuple(COMMIT_LINKED, at("02T13:00")));
    }

    @Test
    void aTicketThatNamedItBeforeItsPushCountsWithThePush() throws Exception {
        commits.hears(pushed("02T09:00"))
                .hears(ticketNamesIt("02T08:00"))
                .clockReaches(at("05T00:00"));

        assertThat(facts())
                .extracting(PodFact::kind, PodFact::at)
                .containsExactly(tuple(COMMIT_LINKED, at("02T09:00")));
        assertThat(news()).extracting(PodNews::sign).containsExactly(Sign.WORK_ITEM_LINK);
    }

    @Test
    void aTicketThatNamesItTooLateEndsTheOrphanAndIsNotCounted() throws Exception {
        commits.hears(pushed("02T09:00"))
                .hears(ticketNamesIt("02T13:01"))
                .clockReaches(at("05T00:00"));

        assertThat(facts()).extracting(PodFact::kind).containsExactly(COMMIT_UNLINKED);
        assertThat(news())
                .filteredOn(told -> told.finding() != null)
                .extracting(told -> told.finding().outcome(), PodNews::at)
                .containsExactly(
                        tuple(FindingOutcome.OPEN, at("02T13:00")),
                        tuple(FindingOutcome.LINKED, at("02T13:01")));
    }

    @Test
    void aCommitOfAChangeIsNotCountedBesideIt() throws Exception {
        commits.hears(pushed("02T09:00"))
                .hears(changeIsMergedAsIt("02T10:00"))
                .clockReaches(at("05T00:00"));

        assertThat(facts()).isEmpty();
        assertThat(news()).isEmpty();
    }

    @Test
    void nothingIsLeftOfAnOrphanOrOfALinkWithoutAPush() throws Exception {
        commits.hears(pushed("02T09:00")).clockReaches(at("12T09:00"));
        assertThat(news())
                .extracting(told -> told.finding().outcome(), PodNews::at)
                .containsExactly(
                        tuple(FindingOutcome.OPEN, at("02T13:00")),
                        tuple(FindingOutcome.FORGOTTEN, at("12T09:00")));
        assertThat(commits.stateEntries()).isZero();
        assertThat(commits.timers()).isZero();

        commits.hears(ticketNamesIt("13T09:00")).clockReaches(at("23T09:00"));
        assertThat(commits.stateEntries()).isZero();
        assertThat(commits.timers()).isZero();
    }

    @Test
    void theGraceThatEndsBehindTheEndIsNotDecided() throws Exception {
        for (Instant until : List.of(at("02T12:59"), at("02T13:00"))) {
            commits.close();
            start(new Settings(until, Duration.ofDays(10), null));
            commits.hears(pushed("02T09:00")).streamEnds();
            assertThat(facts()).hasSize(until.equals(at("02T13:00")) ? 1 : 0);
            assertThat(commits.timers()).isZero();
        }
    }

    @Test
    void orderRestartsAndTheStepsOfTheClockChangeNothing() throws Exception {
        List<Moment<RoutedEvent>> story = new ArrayList<>();
        Random random = new Random(12);
        for (int i = 0; i < 120; i++) {
            Instant at = at("02T00:00").plus(Duration.ofMinutes(random.nextInt(25 * 24 * 60)));
            String sha = "sha-" + random.nextInt(20);
            WorkEvent push =
                    Told.event(
                            COMMIT_PUSHED,
                            ObjectType.COMMIT,
                            sha,
                            at,
                            null,
                            null,
                            random.nextInt(4) == 0 ? new Link[] {TICKET} : new Link[0]);
            WorkEvent check =
                    Told.event(CI_FINISHED, ObjectType.PIPELINE_RUN, "run-" + i, at, null, null);
            RoutedEvent event =
                    switch (random.nextInt(6)) {
                        case 0, 1, 2 -> Told.own(push);
                        case 3 -> RoutedEvent.linked(ObjectType.COMMIT, sha, check);
                        case 4 ->
                                RoutedEvent.linked(
                                        ObjectType.COMMIT, sha, Told.ticket(WORK_ITEM_LINKED, at));
                        default ->
                                RoutedEvent.linked(
                                        ObjectType.COMMIT, sha, change(CHANGE_MERGED, at));
                    };
            story.add(new Moment<>(at, event));
        }
        commits.close();
        Settings settings = new Settings(at("28T00:00"), Duration.ofDays(5), null);
        List<String> told = Ways.atOnce(stage(settings), story);
        assertThat(told)
                .anyMatch(said -> said.contains("kind=COMMIT_LINKED"))
                .anyMatch(said -> said.contains("kind=COMMIT_UNLINKED"))
                .anyMatch(said -> said.contains("outcome=LINKED"));
        for (int seed = 1; seed <= 4; seed++) {
            assertThat(
                            Ways.inSteps(
                                    stage(settings),
                                    story,
                                    settings.until(),
                                    Duration.ofHours(20L * seed * seed),
                                    new Random(seed)))
                    .isEqualTo(told);
        }
        start();
    }

    private Ways.Stage<RoutedEvent> stage(Settings settings) throws Exception {
        start(settings);
        return Ways.stage(
                commits, CommitFunction.FACTS, CommitFunction.NEWS, CommitFunction.OF_CHANGES);
    }
}
