package dev.plumbline.streaming.link;

import static dev.plumbline.streaming.Told.TICKET;
import static dev.plumbline.streaming.Told.at;
import static dev.plumbline.streaming.Told.change;
import static dev.plumbline.work.EventType.CHANGE_MERGED;
import static dev.plumbline.work.EventType.CHANGE_OPENED;
import static dev.plumbline.work.EventType.CHANGE_REVIEW_REQUESTED;
import static dev.plumbline.work.EventType.CHANGE_UPDATED;
import static dev.plumbline.work.EventType.CI_FINISHED;
import static dev.plumbline.work.EventType.COMMIT_PUSHED;
import static dev.plumbline.work.EventType.WORK_ITEM_LINKED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.plumbline.streaming.Rehearsal;
import dev.plumbline.streaming.Told;
import dev.plumbline.streaming.admit.AdmitFunction;
import dev.plumbline.streaming.admit.RoutedEvent;
import dev.plumbline.work.Link;
import dev.plumbline.work.ObjectType;
import dev.plumbline.work.Via;
import dev.plumbline.work.WorkEvent;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LinkFunctionTest {

    private static final Duration FORGET_AFTER = Duration.ofDays(10);

    private Rehearsal<RoutedEvent, RoutedEvent> links;

    @BeforeEach
    void start() throws Exception {
        links = new Rehearsal<>(() -> new LinkFunction(FORGET_AFTER), RoutedEvent::key);
    }

    @AfterEach
    void stop() throws Exception {
        links.close();
    }

    private static RoutedEvent opened(String moment, Link... named) {
        return Told.own(change(CHANGE_OPENED, at(moment), named));
    }

    private static RoutedEvent updated(String moment) {
        return Told.own(change(CHANGE_UPDATED, at(moment)));
    }

    /** The ticket says that change C-1 belongs to it. */
    private static RoutedEvent ticketNamesTheChange(String moment) {
        return RoutedEvent.linked(
                ObjectType.CHANGE, "C-1", Told.ticket(WORK_ITEM_LINKED, at(moment)));
    }

    @Test
    void workOnAChangeReachesTheTicketItNamedOnce() throws Exception {
        links.hears(opened("02T09:00", TICKET)).hears(updated("02T10:00"));
        assertThat(links.output()).isEmpty();

        links.clockReaches(at("02T10:00"));

        assertThat(links.output()).extracting(RoutedEvent::targetId).containsExactly("T-1", "T-1");
        assertThat(links.output()).extracting(RoutedEvent::own).containsOnly(false);
    }

    @Test
    void theOrderOfArrivalDoesNotMatter() throws Exception {
        links.hears(updated("02T10:00")).hears(opened("02T09:00", TICKET));
        links.clockReaches(at("02T12:00"));

        assertThat(links.output())
                .extracting(routed -> routed.event().occurredAt())
                .containsExactly(at("02T09:00"), at("02T10:00"));
    }

    @Test
    void timeThatWasClosedStaysClosedAfterARestart() throws Exception {
        links.hears(opened("02T09:00", TICKET))
                .clockReaches(at("02T11:00"))
                .restarts()
                .hears(updated("02T10:00"))
                .hears(updated("02T11:30"))
                .clockReaches(at("02T12:00"));

        assertThat(links.output())
                .extracting(routed -> routed.event().occurredAt())
                .containsExactly(at("02T11:30"));
        assertThat(links.sideOutput(AdmitFunction.LATE)).hasSize(1);
    }

    @Test
    void workCountsFromTheMomentTheLinkIsKnownAndProofIsToldThen() throws Exception {
        links.hears(opened("02T09:00"))
                .hears(updated("02T09:30"))
                .hears(ticketNamesTheChange("02T10:00"))
                .hears(updated("02T11:00"))
                .clockReaches(at("02T12:00"));

        assertThat(links.output())
                .extracting(routed -> routed.event().type())
                .containsExactly(CHANGE_OPENED, CHANGE_UPDATED);
        assertThat(links.output())
                .extracting(RoutedEvent::knownAt)
                .containsExactly(at("02T10:00"), at("02T11:00"));
    }

    @Test
    void aCheckOfTheChangeReachesItsTicketByWayOfTheChange() throws Exception {
        WorkEvent check =
                Told.event(
                        CI_FINISHED, ObjectType.PIPELINE_RUN, "run-1", at("02T10:00"), null, null);
        links.hears(opened("02T09:00", TICKET))
                .hears(RoutedEvent.linked(ObjectType.CHANGE, "C-1", check))
                .clockReaches(at("02T12:00"));

        assertThat(links.output())
                .extracting(RoutedEvent::via)
                .containsExactly(null, new Via(ObjectType.CHANGE, "C-1", false));
    }

    @Test
    void aPushToTheChangeIsWorkOnItsTicketFromWhenTheLinkIsKnown() throws Exception {
        links.hears(pushedToIt("a1", "02T08:00"))
                .hears(opened("02T09:00", TICKET))
                .hears(pushedToIt("b2", "02T10:00"))
                .clockReaches(at("02T12:00"));

        assertThat(links.output())
                .extracting(routed -> routed.event().objectId(), RoutedEvent::knownAt)
                .containsExactly(tuple("C-1", at("02T09:00")), tuple("b2", at("02T10:00")));
        assertThat(links.output().get(1).via()).isEqualTo(new Via(ObjectType.CHANGE, "C-1", false));
    }

    private static RoutedEvent pushedToIt(String sha, String moment) {
        return RoutedEvent.linked(
                ObjectType.CHANGE,
                "C-1",
                Told.event(COMMIT_PUSHED, ObjectType.COMMIT, sha, at(moment), null, null));
    }

    @Test
    void aTicketThatIsLinkedAfterManyChecksHearsOfTheMerge() throws Exception {
        links.hears(opened("02T09:00")).hears(Told.own(change(CHANGE_MERGED, at("02T10:00"))));
        for (int number = 10; number < 40; number++) {
            Instant end = at("02T11:" + number);
            WorkEvent check =
                    Told.event(
                            CI_FINISHED, ObjectType.PIPELINE_RUN, "ci/" + number, end, null, null);
            links.hears(RoutedEvent.linked(ObjectType.CHANGE, "C-1", check));
        }
        links.hears(ticketNamesTheChange("02T12:00")).clockReaches(at("02T13:00"));

        // 24 are kept: the opening, the merge, and 22 of 30 checks.
        assertThat(links.output()).hasSize(24);
        assertThat(links.output())
                .extracting(routed -> routed.event().type())
                .startsWith(CHANGE_OPENED, CHANGE_MERGED);
    }

    @Test
    void whatIsNoWorkIsNotPassedOn() throws Exception {
        links.hears(Told.own(change(CHANGE_REVIEW_REQUESTED, at("02T09:00"), TICKET)))
                .clockReaches(at("02T12:00"));

        assertThat(links.output()).isEmpty();
    }

    @Test
    void undoingAChangeIsNoWorkOnIt() throws Exception {
        Link reverted = new Link("reverts", ObjectType.CHANGE, "C-0");
        links.hears(opened("02T09:00", reverted)).clockReaches(at("02T12:00"));

        assertThat(links.output()).isEmpty();
    }

    @Test
    void aChangeWithoutLinksKeepsWhatProvesItsWorkUntilItHasBeenSilentForLong() throws Exception {
        links.hears(updated("02T10:00")).clockReaches(at("02T12:00"));
        assertThat(links.stateEntries()).isZero();

        links.hears(opened("02T13:00")).clockReaches(at("02T14:00"));
        assertThat(links.stateEntries()).isEqualTo(1);

        links.clockReaches(at("12T13:00"));
        assertThat(links.timers()).isZero();
        assertThat(links.stateEntries()).isZero();
    }

    @Test
    void aRestartInTheMiddleForgetsNeitherLinksNorWhatIsHeldBack() throws Exception {
        links.hears(opened("02T09:00", TICKET)).clockReaches(at("02T09:30"));
        links.hears(updated("02T10:00")).restarts();

        links.hears(updated("02T11:00")).clockReaches(at("02T12:00"));

        assertThat(links.output())
                .extracting(routed -> routed.event().occurredAt())
                .containsExactly(at("02T10:00"), at("02T11:00"));
    }

    @Test
    void aSilentChangeIsForgottenAndLeavesNothingBehind() throws Exception {
        links.hears(opened("02T09:00", TICKET)).clockReaches(at("02T09:00"));
        links.hears(updated("05T09:00")).clockReaches(at("12T09:00"));
        assertThat(links.stateEntries()).isEqualTo(1);
        assertThat(links.timers()).isEqualTo(1);

        links.clockReaches(at("15T09:00"));

        assertThat(links.stateEntries()).isZero();
        assertThat(links.timers()).isZero();
    }

    @Test
    void whatComesAfterTheSilenceFindsNoLinkHoweverFarTimeJumps() throws Exception {
        RoutedEvent opening = opened("02T09:00", TICKET);
        RoutedEvent merge = Told.own(change(CHANGE_MERGED, at("12T09:00")));
        links.hears(opening).hears(merge).clockReaches(at("22T09:00"));
        assertThat(links.output()).hasSize(1);
        assertThat(links.stateEntries()).isZero();

        List<RoutedEvent> atOnce = links.output();
        links.close();
        start();
        links.hears(opening).clockReaches(at("12T08:59"));
        links.hears(merge).clockReaches(at("22T09:00"));
        assertThat(links.output()).isEqualTo(atOnce);
    }

    @Test
    void nothingIsLeftWhenTheStreamEnds() throws Exception {
        links.hears(opened("02T09:00", TICKET)).hears(updated("05T09:00")).streamEnds();

        assertThat(links.output()).hasSize(2);
        assertThat(links.timers()).isZero();
        assertThat(links.stateEntries()).isZero();
    }

    /** Thirty checks, of which the opening and the last 23 are kept: each once. */
    @Test
    void aProofThatIsToldTwiceTakesNoSecondPlace() throws Exception {
        links.hears(opened("02T09:00"));
        for (int minute = 10; minute < 40; minute++) {
            WorkEvent check =
                    Told.event(
                            CI_FINISHED,
                            ObjectType.PIPELINE_RUN,
                            "run-" + minute,
                            at("02T10:" + minute),
                            null,
                            null);
            links.hears(RoutedEvent.linked(ObjectType.CHANGE, "C-1", check));
            links.hears(RoutedEvent.linked(ObjectType.CHANGE, "C-1", check));
        }
        links.hears(ticketNamesTheChange("02T11:00")).clockReaches(at("02T12:00"));

        assertThat(links.output()).hasSize(24).doesNotHaveDuplicates();
        assertThat(links.output())
                .extracting(routed -> routed.event().occurredAt())
                .startsWith(at("02T09:00"), at("02T10:17"))
                .endsWith(at("02T10:39"));
    }
}
