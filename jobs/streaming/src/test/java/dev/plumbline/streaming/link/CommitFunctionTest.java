package dev.plumbline.streaming.link;

import static dev.plumbline.pod.PodFactKind.COMMIT_LINKED;
import static dev.plumbline.pod.PodFactKind.COMMIT_UNLINKED;
import static dev.plumbline.streaming.Told.at;
import static dev.plumbline.streaming.Told.change;
import static dev.plumbline.work.EventType.CHANGE_MERGED;
import static dev.plumbline.work.EventType.CI_FINISHED;
import static dev.plumbline.work.EventType.COMMIT_PUSHED;
import static dev.plumbline.work.EventType.WORK_ITEM_LINKED;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.directory.Directory;
import dev.plumbline.pod.PodFact;
import dev.plumbline.pod.PodFactKind;
import dev.plumbline.streaming.Rehearsal;
import dev.plumbline.streaming.Settings;
import dev.plumbline.streaming.Told;
import dev.plumbline.streaming.admit.RoutedEvent;
import dev.plumbline.work.Link;
import dev.plumbline.work.ObjectType;
import dev.plumbline.work.Via;
import dev.plumbline.work.WorkEvent;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CommitFunctionTest {

    private static final Settings SETTINGS = new Settings(null, Duration.ofDays(10), null);
    private static final Link TICKET = new Link("implements", ObjectType.WORK_ITEM, "T-1");
    private static final Link PROPOSED = new Link("part_of", ObjectType.CHANGE, "C-1");
    private static final Link MERGED_AS = new Link(Link.MERGED_AS, ObjectType.COMMIT, "sha-1");

    private Rehearsal<RoutedEvent, RoutedEvent> commits;

    @BeforeEach
    void start() throws Exception {
        commits =
                new Rehearsal<>(
                        () -> new CommitFunction(SETTINGS, Directory.empty()), RoutedEvent::key);
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

    private static RoutedEvent pushed(String moment, Link link) {
        return Told.own(push(moment, link));
    }

    private static WorkEvent push(String moment, Link... links) {
        return Told.event(
                COMMIT_PUSHED, ObjectType.COMMIT, "sha-1", at(moment), null, null, links);
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
        Link ticket = new Link("implements", ObjectType.WORK_ITEM, "T-1");
        commits.hears(pushed("02T09:00", ticket))
                .hears(checked("02T10:00"))
                .clockReaches(at("02T12:00"));

        assertThat(commits.output()).extracting(RoutedEvent::targetId).containsExactly("T-1");
        assertThat(commits.output()).extracting(r -> r.event().type()).containsExactly(CI_FINISHED);
        assertThat(commits.sideOutput(CommitFunction.OF_CHANGES)).isEmpty();
    }

    private static RoutedEvent ticketIsLinkedToIt(String moment) {
        WorkEvent told =
                Told.event(WORK_ITEM_LINKED, ObjectType.WORK_ITEM, "T-1", at(moment), null, null);
        return RoutedEvent.linked(ObjectType.COMMIT, "sha-1", told);
    }

    private List<PodFactKind> counted() {
        return commits.sideOutput(CommitFunction.FACTS).stream().map(PodFact::kind).toList();
    }

    @Test
    void aCommitIsCountedOnceItsTicketIsKnown() throws Exception {
        commits.hears(pushed("02T09:00", TICKET)).clockReaches(at("09T12:00"));

        assertThat(counted()).containsExactly(COMMIT_LINKED);
    }

    @Test
    void aCommitOfNothingIsCountedWhenItsGraceIsOver() throws Exception {
        commits.hears(Told.own(push("02T09:00"))).clockReaches(at("09T12:00"));

        assertThat(counted()).containsExactly(COMMIT_UNLINKED);
    }

    @Test
    void aCommitOfAChangeIsCountedWithItsChangeWhateverElseItNames() throws Exception {
        commits.hears(Told.own(push("02T09:00", PROPOSED, TICKET))).clockReaches(at("09T12:00"));

        assertThat(counted()).isEmpty();
    }

    @Test
    void aCommitThatNamesATicketAndWasMergedBeforeItsPushWasHeardIsCountedWithItsChange()
            throws Exception {
        commits.hears(changeIsMergedAsIt("02T08:00"))
                .hears(ticketIsLinkedToIt("02T08:30"))
                .hears(pushed("02T09:00", TICKET))
                .clockReaches(at("09T12:00"));

        assertThat(counted()).isEmpty();
    }

    @Test
    void aCommitWhoseTicketWasToldBeforeItsPushIsCountedAtThePush() throws Exception {
        commits.hears(ticketIsLinkedToIt("02T08:30"))
                .hears(Told.own(push("02T09:00")))
                .clockReaches(at("09T12:00"));

        assertThat(counted()).containsExactly(COMMIT_LINKED);
    }

    @Test
    void aSilentCommitIsForgotten() throws Exception {
        Link ticket = new Link("implements", ObjectType.WORK_ITEM, "T-1");
        commits.hears(pushed("02T09:00", ticket)).clockReaches(at("12T08:59"));
        assertThat(commits.stateEntries()).isEqualTo(2);

        commits.clockReaches(at("12T09:00"));

        assertThat(commits.stateEntries()).isZero();
        assertThat(commits.timers()).isZero();
    }
}
