package dev.plumbline.streaming.item;

import static dev.plumbline.streaming.Told.ANA;
import static dev.plumbline.streaming.Told.BEN;
import static dev.plumbline.streaming.Told.at;
import static dev.plumbline.streaming.Told.own;
import static dev.plumbline.streaming.Told.ticket;
import static dev.plumbline.streaming.Told.ticketAssignedTo;
import static dev.plumbline.streaming.Told.ticketEnters;
import static dev.plumbline.work.EventType.COMMIT_PUSHED;
import static dev.plumbline.work.EventType.WORK_ITEM_COMMENTED;
import static dev.plumbline.work.EventType.WORK_ITEM_CREATED;
import static dev.plumbline.work.StateCategory.ACTIVE;
import static dev.plumbline.work.StateCategory.DONE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.plumbline.directory.Directory;
import dev.plumbline.handoff.HandoffOutcome;
import dev.plumbline.item.ItemSnapshot;
import dev.plumbline.pod.PodFact;
import dev.plumbline.pod.PodFactKind;
import dev.plumbline.streaming.Rehearsal;
import dev.plumbline.streaming.Settings;
import dev.plumbline.streaming.Told;
import dev.plumbline.streaming.admit.AdmitFunction;
import dev.plumbline.streaming.admit.LateEvent;
import dev.plumbline.streaming.admit.RoutedEvent;
import dev.plumbline.work.ObjectType;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ItemFunctionTest {

    private static final Duration FORGET_AFTER = Duration.ofDays(10);
    private static final Settings LIVE = new Settings(null, FORGET_AFTER, Duration.ofHours(1));
    private static final Settings BOUNDED = new Settings(at("31T00:00"), FORGET_AFTER, null);

    private Rehearsal<RoutedEvent, PodFact> items;

    private Rehearsal<RoutedEvent, PodFact> start(Settings settings) throws Exception {
        items =
                new Rehearsal<>(
                        () -> new ItemFunction(settings, Directory.empty()), RoutedEvent::key);
        return items;
    }

    @AfterEach
    void stop() throws Exception {
        items.close();
    }

    private List<ItemSnapshot> published() {
        return items.sideOutput(ItemFunction.ITEMS);
    }

    @Test
    void eventsFoldInTheOrderTheyHappened() throws Exception {
        start(BOUNDED)
                .hears(own(ticketEnters(DONE, at("02T12:00"))))
                .hears(own(ticketEnters(ACTIVE, at("02T10:00"))))
                .hears(own(ticket(WORK_ITEM_CREATED, at("02T09:00"))))
                .clockReaches(at("02T13:00"));

        assertThat(items.output())
                .extracting(PodFact::kind)
                .containsExactly(
                        PodFactKind.PROGRESS_ENTERED,
                        PodFactKind.WATCH_STARTED,
                        PodFactKind.PROGRESS_LEFT,
                        PodFactKind.ITEM_FINISHED,
                        PodFactKind.WATCH_ENDED);
    }

    @Test
    void nothingHappensBeforeTheClockHasPassedIt() throws Exception {
        start(BOUNDED)
                .hears(own(ticketEnters(ACTIVE, at("02T10:00"))))
                .clockReaches(at("02T09:59"));
        assertThat(items.output()).isEmpty();

        items.clockReaches(at("02T10:00"));
        assertThat(items.output())
                .extracting(PodFact::kind)
                .containsExactly(PodFactKind.PROGRESS_ENTERED, PodFactKind.WATCH_STARTED);
    }

    @Test
    void aHandoffIsPublishedWhenItEndsAndTheItemAtTheNextPublication() throws Exception {
        start(LIVE).hears(own(ticketAssignedTo(ANA, at("02T09:10")))).clockReaches(at("02T09:30"));
        assertThat(items.sideOutput(ItemFunction.HANDOFFS)).hasSize(1);
        assertThat(published()).isEmpty();

        items.clockReaches(at("02T10:00"));
        assertThat(published()).hasSize(1);

        items.clockReaches(at("02T15:00"));
        assertThat(published()).hasSize(1);
    }

    @Test
    void whatWaitsIsPublishedAsOpen() throws Exception {
        start(LIVE).hears(own(ticketAssignedTo(BEN, at("02T09:10")))).clockReaches(at("02T10:00"));

        assertThat(items.sideOutput(ItemFunction.HANDOFFS))
                .extracting(published -> published.handoff().outcome())
                .containsExactly(HandoffOutcome.OPEN);
    }

    @Test
    void aRestartInTheMiddleChangesNothing() throws Exception {
        start(LIVE)
                .hears(own(ticket(WORK_ITEM_CREATED, at("02T09:00"))))
                .hears(own(ticketEnters(ACTIVE, at("02T09:10"))))
                .clockReaches(at("02T09:05"))
                .restarts()
                .clockReaches(at("02T09:30"));
        items.hears(own(ticketEnters(DONE, at("02T11:00"))))
                .restarts()
                .clockReaches(at("02T12:00"));

        assertThat(items.output())
                .extracting(PodFact::kind)
                .containsExactly(
                        PodFactKind.PROGRESS_LEFT,
                        PodFactKind.ITEM_FINISHED,
                        PodFactKind.WATCH_ENDED);
        ItemSnapshot item = published().get(published().size() - 1);
        assertThat(item.leadElapsedSeconds()).isEqualTo(2 * 3600);
        assertThat(item.timeline().eventCount()).isEqualTo(3);
    }

    @Test
    void timeThatWasClosedStaysClosedAfterARestart() throws Exception {
        start(LIVE)
                .hears(own(ticketEnters(ACTIVE, at("02T10:00"))))
                .clockReaches(at("02T11:30"))
                .restarts()
                .hears(own(ticketEnters(DONE, at("02T11:30"))))
                .hears(own(ticketEnters(DONE, at("02T11:31"))))
                .clockReaches(at("02T12:00"));

        assertThat(items.sideOutput(AdmitFunction.LATE))
                .extracting(late -> late.event().occurredAt(), LateEvent::watermark)
                .containsExactly(tuple(at("02T11:30"), at("02T11:30")));
        assertThat(items.output())
                .extracting(PodFact::kind, PodFact::at)
                .contains(tuple(PodFactKind.ITEM_FINISHED, at("02T11:31")))
                .doesNotContain(tuple(PodFactKind.ITEM_FINISHED, at("02T11:30")));
    }

    @Test
    void anEventBehindTheClockIsSetAsideWhereverItComesFrom() throws Exception {
        start(LIVE)
                .hears(own(ticketEnters(ACTIVE, at("02T10:00"))))
                .clockReaches(at("02T11:30"))
                .hears(own(ticketEnters(DONE, at("02T11:00"))))
                .clockReaches(at("02T12:00"));

        assertThat(items.sideOutput(AdmitFunction.LATE)).hasSize(1);
        assertThat(items.output())
                .extracting(PodFact::kind)
                .containsExactly(PodFactKind.PROGRESS_ENTERED, PodFactKind.WATCH_STARTED);
    }

    @Test
    void aFactDeliveredTwiceCountsOnce() throws Exception {
        start(LIVE)
                .hears(own(ticket(WORK_ITEM_COMMENTED, at("02T09:00"))))
                .hears(own(ticket(WORK_ITEM_COMMENTED, at("02T09:00"))))
                .clockReaches(at("02T10:00"));

        assertThat(published().get(0).timeline().eventCount()).isEqualTo(1);
    }

    @Test
    void aFinishedItemIsForgottenAndLeavesNothingBehind() throws Exception {
        for (Settings settings : List.of(LIVE, BOUNDED)) {
            start(settings)
                    .hears(own(ticketEnters(ACTIVE, at("02T09:00"))))
                    .hears(own(ticketEnters(DONE, at("02T10:00"))))
                    .clockReaches(at("12T09:59"));
            assertThat(items.stateEntries()).isEqualTo(1);

            items.clockReaches(at("12T10:00"));

            assertThat(published()).hasSize(1);
            assertThat(items.stateEntries()).isZero();
            assertThat(items.timers()).isZero();
        }
    }

    @Test
    void anItemReopenedInTimeIsNotForgotten() throws Exception {
        start(LIVE).hears(own(ticketEnters(DONE, at("02T10:00")))).clockReaches(at("03T00:00"));
        items.hears(own(ticketEnters(ACTIVE, at("10T10:00")))).clockReaches(at("25T00:00"));

        assertThat(items.stateEntries()).isEqualTo(1);
        assertThat(items.timers()).isZero();
        assertThat(published().get(published().size() - 1).timeline().progress().reopens())
                .isEqualTo(1);
    }

    @Test
    void whatOnlyLinkedWorkSpokeOfIsNeverListedAndIsForgotten() throws Exception {
        RoutedEvent commit =
                RoutedEvent.linked(
                        ObjectType.WORK_ITEM,
                        "T-1",
                        Told.event(
                                COMMIT_PUSHED,
                                ObjectType.COMMIT,
                                "abc",
                                at("02T09:00"),
                                null,
                                null));
        start(LIVE).hears(commit).clockReaches(at("12T09:00"));

        assertThat(published()).isEmpty();
        assertThat(items.stateEntries()).isZero();
        assertThat(items.timers()).isZero();
    }

    @Test
    void anOpenItemKeepsItsStateAndNoTimer() throws Exception {
        start(LIVE).hears(own(ticketEnters(ACTIVE, at("02T09:00")))).clockReaches(at("30T00:00"));

        assertThat(items.stateEntries()).isEqualTo(1);
        assertThat(items.timers()).isZero();
    }

    @Test
    void allThatIsOpenIsPublishedWhenTheStreamEnds() throws Exception {
        start(BOUNDED).hears(own(ticketAssignedTo(BEN, at("02T09:00")))).streamEnds();

        assertThat(published()).hasSize(1);
        assertThat(items.sideOutput(ItemFunction.HANDOFFS)).hasSize(1);
        assertThat(items.timers()).isZero();
    }
}
