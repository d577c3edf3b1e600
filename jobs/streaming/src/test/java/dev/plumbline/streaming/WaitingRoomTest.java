package dev.plumbline.streaming;

import static dev.plumbline.streaming.Told.at;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.util.AbstractStreamOperatorTestHarness;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;
import org.apache.flink.util.Collector;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class WaitingRoomTest {

    private Rehearsal<Word, String> words;

    /** Something said. */
    public record Word(String by, Instant at, String word) {}

    /** Says what was said once time has passed it: when it was told, by whom and what. */
    private static final class Echo extends KeyedProcessFunction<String, Word, String>
            implements Waiting {

        private static final long serialVersionUID = 1L;

        private final WaitingRoom<Word> room =
                new WaitingRoom<>(
                        "words",
                        Word.class,
                        Word::at,
                        (one, other) -> one.at().compareTo(other.at()));

        @Override
        public WaitingRoom<Word> room() {
            return room;
        }

        @Override
        public void open(OpenContext context) {
            room.open(getRuntimeContext());
        }

        @Override
        public void processElement(Word word, Context context, Collector<String> out) {
            room.hold(context.getCurrentKey(), word);
        }

        @Override
        public void onTimer(long timestamp, OnTimerContext context, Collector<String> out) {
            long watermark = context.timerService().currentWatermark();
            String by = context.getCurrentKey();
            room.due(by, watermark).forEach(word -> out.collect(by + " " + word.word()));
        }
    }

    @BeforeEach
    void start() throws Exception {
        words = new Rehearsal<>(Echo::new, Word::by);
    }

    @AfterEach
    void stop() throws Exception {
        words.close();
    }

    @Test
    void whatWasSaidIsHeardInTheOrderItHappenedOnceTimeHasPassedIt() throws Exception {
        words.hears(new Word("ana", at("02T11:00"), "third"))
                .hears(new Word("ana", at("02T09:00"), "first"))
                .hears(new Word("ana", at("02T10:00"), "second"));

        words.clockReaches(at("02T10:00"));
        assertThat(words.output()).containsExactly("ana first", "ana second");

        words.clockReaches(at("02T11:00"));
        assertThat(words.output()).containsExactly("ana first", "ana second", "ana third");
    }

    @Test
    void whatIsSaidEarlierThanWhatWaitsIsHeardFirst() throws Exception {
        words.hears(new Word("ana", at("02T12:00"), "later")).clockReaches(at("02T09:00"));
        words.hears(new Word("ana", at("02T10:00"), "sooner")).clockReaches(at("02T11:00"));
        assertThat(words.output()).containsExactly("ana sooner");

        words.clockReaches(at("02T12:00"));
        assertThat(words.output()).containsExactly("ana sooner", "ana later");
    }

    @Test
    void aRestartLosesNothingThatWaitsAndTellsNothingTwice() throws Exception {
        words.hears(new Word("ana", at("02T10:00"), "a"))
                .hears(new Word("bo", at("02T11:00"), "b"));
        words.restarts().clockReaches(at("02T10:30"));
        assertThat(words.output()).containsExactly("ana a");

        words.restarts().clockReaches(at("02T12:00"));
        assertThat(words.output()).containsExactly("bo b");

        words.restarts().clockReaches(at("02T13:00"));
        assertThat(words.output()).isEmpty();
    }

    @Test
    void nothingIsKeptInStateBetweenCheckpointsNorOfWhatWasHeard() throws Exception {
        words.hears(new Word("ana", at("02T10:00"), "a"));
        assertThat(words.stateEntries()).isZero();
        assertThat(words.timers()).isZero();

        words.restarts();
        assertThat(words.stateEntries()).isZero();
    }

    @Test
    void whatACheckpointHasFoundLeavesStateWhenTimeGoesOn() throws Exception {
        KeyedOneInputStreamOperatorTestHarness<String, Word, String> harness = harness(1, 0);
        harness.open();
        harness.processElement(new StreamRecord<>(new Word("ana", at("02T10:00"), "a")));
        harness.snapshot(1, 1);
        assertThat(harness.numKeyedStateEntries()).isEqualTo(1);

        harness.processWatermark(at("02T09:00").toEpochMilli());
        assertThat(harness.numKeyedStateEntries()).isZero();
        harness.processWatermark(at("02T10:00").toEpochMilli());
        assertThat(harness.extractOutputValues()).containsExactly("ana a");
        harness.close();
    }

    @Test
    void whatWaitsMovesWithItsKeyWhenTheJobIsRescaled() throws Exception {
        KeyedOneInputStreamOperatorTestHarness<String, Word, String> one = harness(1, 0);
        one.open();
        for (String by : List.of("ana", "bo", "cy", "di", "ed", "fay")) {
            one.processElement(new StreamRecord<>(new Word(by, at("02T10:00"), "hello")));
        }
        OperatorSubtaskState state = one.snapshot(1, 1);
        one.close();

        List<String> heard = new ArrayList<>();
        for (int subtask = 0; subtask < 2; subtask++) {
            KeyedOneInputStreamOperatorTestHarness<String, Word, String> half = harness(2, subtask);
            half.initializeState(
                    AbstractStreamOperatorTestHarness.repartitionOperatorState(
                            state, 10, 1, 2, subtask));
            half.open();
            half.processWatermark(at("02T10:00").toEpochMilli());
            assertThat(half.extractOutputValues()).isNotEmpty();
            heard.addAll(half.extractOutputValues());
            half.close();
        }
        assertThat(heard)
                .containsExactlyInAnyOrder(
                        "ana hello", "bo hello", "cy hello", "di hello", "ed hello", "fay hello");
    }

    private static KeyedOneInputStreamOperatorTestHarness<String, Word, String> harness(
            int parallelism, int subtask) throws Exception {
        return new KeyedOneInputStreamOperatorTestHarness<>(
                new NeverIdle<>(new Echo()), Word::by, Types.STRING, 10, parallelism, subtask);
    }
}
