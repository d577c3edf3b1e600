package dev.plumbline.streaming.link;

import static dev.plumbline.streaming.Told.at;
import static dev.plumbline.streaming.Told.change;
import static dev.plumbline.work.EventType.CHANGE_MERGED;
import static dev.plumbline.work.EventType.CI_FINISHED;
import static dev.plumbline.work.EventType.COMMIT_PUSHED;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.directory.Directory;
import dev.plumbline.streaming.Rehearsal;
import dev.plumbline.streaming.Settings;
import dev.plumbline.streaming.Told;
import dev.plumbline.streaming.admit.RoutedEvent;
import dev.plumbline.streaming.verification.PodNews;
import dev.plumbline.work.Link;
import dev.plumbline.work.ObjectType;
import dev.plumbline.work.Via;
import dev.plumbline.work.WorkEvent;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CommitFunctionTest {

    private static final Settings SETTINGS = new Settings(null, Duration.ofDays(10), null);
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
        return Told.own(
                Told.event(
                        COMMIT_PUSHED, ObjectType.COMMIT, "sha-1", at(moment), null, null, link));
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

    @Test
    void anOrphanIsToldWithItsPushAsItLiesAboutSinceThen() throws Exception {
        commits.hears(
                        Told.own(
                                Told.event(
                                        COMMIT_PUSHED,
                                        ObjectType.COMMIT,
                                        "sha-1",
                                        at("02T10:00"),
                                        null,
                                        null)))
                .clockReaches(at("02T15:00"));

        PodNews orphan = commits.sideOutput(CommitFunction.NEWS).get(0);
        assertThat(orphan.at()).isEqualTo(at("02T14:00"));
        assertThat(orphan.since()).isEqualTo(at("02T10:00"));
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
