package dev.plumbline.streaming.admit;

import static dev.plumbline.streaming.Told.TICKET;
import static dev.plumbline.streaming.Told.at;
import static dev.plumbline.streaming.Told.change;
import static dev.plumbline.streaming.Told.event;
import static dev.plumbline.streaming.Told.ticket;
import static dev.plumbline.work.EventType.CHANGE_OPENED;
import static dev.plumbline.work.EventType.CI_FINISHED;
import static dev.plumbline.work.EventType.CI_STARTED;
import static dev.plumbline.work.EventType.COMMIT_PUSHED;
import static dev.plumbline.work.EventType.WORK_ITEM_COMMENTED;
import static dev.plumbline.work.EventType.WORK_ITEM_LINKED;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.streaming.Gatherer;
import dev.plumbline.streaming.source.HeardMinutes;
import dev.plumbline.work.EventType;
import dev.plumbline.work.Link;
import dev.plumbline.work.ObjectType;
import dev.plumbline.work.WorkEvent;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.runtime.watermarkstatus.WatermarkStatus;
import org.apache.flink.streaming.util.OneInputStreamOperatorTestHarness;
import org.apache.flink.util.OutputTag;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class AdmitFunctionTest {

    private static final Link CHANGE = new Link("implements", ObjectType.CHANGE, "C-1");

    private OneInputStreamOperatorTestHarness<Arrival, RoutedEvent> door;

    @BeforeEach
    void open() throws Exception {
        AdmitFunction untilFriday = new AdmitFunction(at("06T12:00"));
        door = new OneInputStreamOperatorTestHarness<>(Gatherer.of(untilFriday));
        door.open();
    }

    @AfterEach
    void close() throws Exception {
        door.close();
    }

    private void arrives(WorkEvent event) throws Exception {
        door.processElement(new StreamRecord<>(new Arrival(event, null, "log", 7)));
    }

    private <X> List<X> aside(OutputTag<X> tag) {
        if (door.getSideOutput(tag) == null) {
            return List.of();
        }
        return door.getSideOutput(tag).stream().map(StreamRecord::getValue).toList();
    }

    private List<String> toItems() {
        return door.extractOutputValues().stream().map(RoutedEvent::targetId).toList();
    }

    private List<String> toLinks() {
        return aside(AdmitFunction.LINKING).stream().map(RoutedEvent::targetId).toList();
    }

    @Test
    void aTicketsEventGoesToTheTicket() throws Exception {
        arrives(ticket(WORK_ITEM_COMMENTED, at("02T09:00")));

        assertThat(toItems()).containsExactly("T-1");
        assertThat(toLinks()).isEmpty();
    }

    @Test
    void aChangeGoesToItselfAndToWhereItsLinksAreRemembered() throws Exception {
        arrives(change(CHANGE_OPENED, at("02T09:00"), TICKET));

        assertThat(toItems()).containsExactly("C-1");
        assertThat(toLinks()).containsExactly("C-1");
    }

    @Test
    void aCommitGoesStraightToTheItemsItNames() throws Exception {
        arrives(event(COMMIT_PUSHED, ObjectType.COMMIT, "a1", at("02T09:00"), null, null, TICKET));

        assertThat(toItems()).containsExactly("T-1");
        assertThat(door.extractOutputValues().get(0).own()).isFalse();
    }

    @Test
    void aPushToAChangeGoesToWhereItsTicketsAreKnown() throws Exception {
        arrives(event(COMMIT_PUSHED, ObjectType.COMMIT, "a1", at("02T09:00"), null, null, CHANGE));

        assertThat(toItems()).containsExactly("C-1");
        assertThat(toLinks()).containsExactly("C-1");
        assertThat(aside(AdmitFunction.LINKING).get(0).own()).isFalse();
    }

    @Test
    void whatIsNeitherWorkNorProofOfItIsNotPassedOn() throws Exception {
        ObjectType run = ObjectType.PIPELINE_RUN;
        arrives(event(CI_STARTED, run, "r1", at("02T09:00"), null, null, TICKET));

        assertThat(toItems()).isEmpty();
    }

    @Test
    void aCheckGoesToWhatItVerifiesAndToWhoPassesItOn() throws Exception {
        Link commit = new Link("verifies", ObjectType.COMMIT, "a1");
        ObjectType run = ObjectType.PIPELINE_RUN;
        arrives(event(CI_FINISHED, run, "r1", at("02T09:00"), null, null, CHANGE, commit));

        assertThat(toItems()).containsExactly("C-1");
        assertThat(toLinks()).containsExactly("C-1");
        assertThat(aside(AdmitFunction.COMMITS))
                .extracting(RoutedEvent::targetId)
                .containsExactly("a1");
    }

    @Test
    void aTicketThatNamesAChangeTellsTheChange() throws Exception {
        ObjectType item = ObjectType.WORK_ITEM;
        arrives(event(WORK_ITEM_LINKED, item, "T-1", at("02T09:00"), null, null, CHANGE));

        assertThat(toItems()).containsExactly("T-1", "C-1");
        assertThat(toLinks()).containsExactly("C-1");
        assertThat(aside(AdmitFunction.LINKING).get(0).own()).isFalse();
    }

    @Test
    void workOnAPartIsNoWorkOnTheEpic() throws Exception {
        Link epic = new Link("part_of", ObjectType.WORK_ITEM, "EPIC-1");
        ObjectType item = ObjectType.WORK_ITEM;
        arrives(event(WORK_ITEM_COMMENTED, item, "T-1", at("02T09:00"), null, null, epic));

        assertThat(toItems()).containsExactly("T-1");
    }

    @Test
    void whatComesBehindTheClockGoesAsideWithItsPlace() throws Exception {
        door.processWatermark(at("02T10:00").toEpochMilli());
        arrives(ticket(WORK_ITEM_COMMENTED, at("02T10:00")));
        arrives(ticket(WORK_ITEM_COMMENTED, at("02T10:01")));

        assertThat(toItems()).containsExactly("T-1");
        LateEvent late = aside(AdmitFunction.LATE).get(0);
        assertThat(late.watermark()).isEqualTo(at("02T10:00"));
        assertThat(late.origin()).isEqualTo("log");
        assertThat(late.position()).isEqualTo(7);
        assertThat(counted(AdmitFunction.LATE_COUNT)).isEqualTo(1);
        assertThat(counted(AdmitFunction.ADMITTED_COUNT)).isEqualTo(1);
    }

    @Test
    void whatHappensAfterTheClockStopsIsLeftOutAndCounted() throws Exception {
        arrives(ticket(WORK_ITEM_COMMENTED, at("06T12:00")));
        arrives(ticket(WORK_ITEM_COMMENTED, at("06T12:01")));

        assertThat(toItems()).hasSize(1);
        assertThat(aside(AdmitFunction.LATE)).isEmpty();
        assertThat(counted(AdmitFunction.AFTER_UNTIL_COUNT)).isEqualTo(1);
    }

    @Test
    void whatIsNoEventGoesAsideWithItsReason() throws Exception {
        Rejection rejection = new Rejection("acme", "log", 8, "bad_json", null, "{", 1);
        door.processElement(new StreamRecord<>(new Arrival(null, rejection, "log", 8)));

        assertThat(aside(AdmitFunction.REJECTED)).containsExactly(rejection);
        assertThat(counted(AdmitFunction.REJECTED_COUNT)).isEqualTo(1);
    }

    private static WorkEvent heartbeat(String source, Instant at) {
        return new WorkEvent(
                "acme",
                "beat@" + at,
                EventType.SOURCE_HEARTBEAT,
                at,
                0,
                source,
                null,
                ObjectType.SOURCE,
                source,
                null,
                List.of(),
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                false,
                null,
                null,
                null,
                null,
                false);
    }

    @Test
    void everyEventIsASignOfLifeOfItsSourceOncePerMinute() throws Exception {
        arrives(ticket(WORK_ITEM_COMMENTED, at("02T09:00").plusSeconds(10)));
        arrives(heartbeat("tool", at("02T09:00").plusSeconds(50)));
        arrives(heartbeat("tool", at("02T09:01")));
        arrives(heartbeat("git", at("02T09:01")));
        assertThat(aside(AdmitFunction.BEATS)).isEmpty();

        door.processWatermark(at("02T09:00").toEpochMilli());
        assertThat(aside(AdmitFunction.BEATS))
                .containsExactlyInAnyOrder(
                        heard("tool", "02T09:00", "02T09:01"), heard("git", "02T09:01"));
    }

    @Test
    void aCheckpointFindsNoSignOfLifeThatWasNotGivenOn() throws Exception {
        arrives(heartbeat("tool", at("02T09:00")));
        door.prepareSnapshotPreBarrier(1);
        assertThat(aside(AdmitFunction.BEATS)).containsExactly(heard("tool", "02T09:00"));

        door.processWatermark(at("02T09:30").toEpochMilli());
        assertThat(aside(AdmitFunction.BEATS)).hasSize(1);
    }

    /** Time goes on without an input that is idle: what it said must be there before. */
    @Test
    void whatWasHeardIsGivenOnBeforeTheInputFallsIdle() throws Exception {
        arrives(heartbeat("tool", at("02T09:00")));
        door.processWatermarkStatus(WatermarkStatus.IDLE);

        assertThat(aside(AdmitFunction.BEATS)).containsExactly(heard("tool", "02T09:00"));
    }

    private static HeardMinutes heard(String source, String... minutes) {
        List<Long> millis = Stream.of(minutes).map(minute -> at(minute).toEpochMilli()).toList();
        return new HeardMinutes("acme", source, "", millis);
    }

    /** Also of minutes that come again, up to an hour back. */
    @Test
    void aMinuteIsToldOnceHoweverTheEventsLie() throws Exception {
        for (String moment : List.of("02T09:10", "02T09:00", "02T09:10", "02T09:00", "02T10:03")) {
            arrives(heartbeat("tool", at(moment)));
        }
        arrives(heartbeat("tool", at("02T09:00")));
        arrives(heartbeat("tool", at("02T09:01")));

        door.processWatermark(at("02T08:00").toEpochMilli());
        assertThat(aside(AdmitFunction.BEATS))
                .containsExactly(heard("tool", "02T09:10", "02T09:00", "02T10:03", "02T09:01"));
    }

    @Test
    void aBeatOfTheJobsOwnClockIsNoLifeOfASourceAndNotCounted() throws Exception {
        door.processWatermark(at("02T10:00").toEpochMilli());
        arrives(heartbeat("plumbline", at("02T09:00")));
        arrives(heartbeat("plumbline", at("02T11:00")));

        assertThat(aside(AdmitFunction.BEATS)).isEmpty();
        assertThat(aside(AdmitFunction.LATE)).isEmpty();
        assertThat(counted(AdmitFunction.ADMITTED_COUNT)).isZero();
    }

    @Test
    void whatComesTooLateIsNoSignOfLife() throws Exception {
        door.processWatermark(at("02T10:00").toEpochMilli());
        arrives(heartbeat("tool", at("02T09:00")));

        assertThat(aside(AdmitFunction.BEATS)).isEmpty();
        assertThat(aside(AdmitFunction.LATE)).hasSize(1);
    }

    private long counted(String name) {
        Object count = door.getOperator().getRuntimeContext().getAccumulator(name).getLocalValue();
        return (Long) count;
    }
}
