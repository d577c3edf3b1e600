package dev.plumbline.streaming.source;

import dev.plumbline.directory.Directory;
import dev.plumbline.source.SilentSource;
import dev.plumbline.source.SourceBeat;
import dev.plumbline.source.SourceHealth;
import dev.plumbline.source.SourceHistory;
import dev.plumbline.source.SourceRule;
import dev.plumbline.source.SourceStep;
import dev.plumbline.streaming.Settings;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.streaming.api.TimerService;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.util.Collector;
import org.apache.flink.util.OutputTag;

/**
 * Listens to the life of one source. Minutes are held until something depends on them: no silence
 * is shorter than an hour, so one look in the hour is enough, and one at each publication; the end
 * of a silence is told when its minute is over. One timer per source; a step goes as far as time
 * has come. Which silences are told and the last row do not depend on how far the watermark jumps;
 * the rows on the way there do, and the store keeps the last. Evicted when a source has been silent
 * for {@link Settings#forgetAfter()}: its row stays as it was last told.
 */
public final class SourceFunction extends KeyedProcessFunction<String, SourceBeat, SourceHealth> {

    private static final long serialVersionUID = 1L;

    /** Silences, told when they are detected and again when they end. */
    public static final OutputTag<SilentSource> SILENCES = new OutputTag<>("silences") {};

    private static final long MINUTE = 60_000;

    private final Settings settings;
    private final SourceRule rule;
    private transient MapState<Long, Boolean> held;
    private transient ValueState<SourceMemory> memory;

    public SourceFunction(Settings settings, Directory directory) {
        this.settings = settings;
        this.rule = new SourceRule(directory.calendar(), settings.forgetAfter());
    }

    @Override
    public void open(OpenContext context) {
        held =
                getRuntimeContext()
                        .getMapState(
                                new MapStateDescriptor<>(
                                        "held-minutes", Long.class, Boolean.class));
        memory =
                getRuntimeContext()
                        .getState(new ValueStateDescriptor<>("source", SourceMemory.class));
    }

    @Override
    public void processElement(SourceBeat beat, Context context, Collector<SourceHealth> out)
            throws Exception {
        long minute = beat.minute().toEpochMilli();
        TimerService timers = context.timerService();
        if (lastOf(minute) <= timers.currentWatermark()) {
            return;
        }
        held.put(minute, true);
        SourceMemory before = memory.value();
        SourceHistory history = before == null ? rule.start(beat) : before.history();
        long wakeAt = stopping(wakeFor(minute, history));
        if (before != null && before.wakeAt() <= wakeAt) {
            return;
        }
        if (before != null) {
            timers.deleteEventTimeTimer(before.wakeAt());
        }
        timers.registerEventTimeTimer(wakeAt);
        memory.update(new SourceMemory(history, wakeAt));
    }

    @Override
    public void onTimer(long timestamp, OnTimerContext context, Collector<SourceHealth> out)
            throws Exception {
        TimerService timers = context.timerService();
        SourceHistory known = memory.value().history();
        long reached = stopping(timers.currentWatermark());
        boolean atUntil = settings.until() != null && reached == stopping(Long.MAX_VALUE);
        boolean last = atUntil || endsHere(timers);
        List<Instant> minutes = due(last ? Long.MAX_VALUE : reached);
        Instant now = now(reached, atUntil, last, minutes, known);
        SourceStep heard = hear(known, minutes);
        SourceStep step = rule.advance(heard.history(), List.of(), now);
        heard.silences().forEach(silence -> context.output(SILENCES, silence));
        step.silences().forEach(silence -> context.output(SILENCES, silence));
        boolean news = !heard.silences().isEmpty() || !step.silences().isEmpty();
        boolean publication = settings.publishEvery() != null && !minutes.isEmpty();
        if (step.history() == null) {
            out.collect(SourceHealth.of(heard.history(), now));
        } else if (news || publication || last) {
            out.collect(SourceHealth.of(step.history(), now));
        }
        if (last) {
            memory.clear();
        } else {
            sleep(step.history(), known, timers);
        }
    }

    /** Up to the last minute it was heard: what is told of one that is forgotten after it. */
    private SourceStep hear(SourceHistory known, List<Instant> minutes) {
        return minutes.isEmpty()
                ? new SourceStep(known, List.of())
                : rule.advance(known, minutes, minutes.get(minutes.size() - 1));
    }

    /** Where a stream ends and no instant was given for it, time ends with the last minute. */
    private static Instant now(
            long timestamp,
            boolean atUntil,
            boolean last,
            List<Instant> minutes,
            SourceHistory known) {
        if (!last || atUntil) {
            long reached = atUntil ? timestamp : timestamp + 1;
            return Instant.ofEpochMilli(reached).truncatedTo(ChronoUnit.MINUTES);
        }
        return minutes.isEmpty() ? known.lastAt() : minutes.get(minutes.size() - 1);
    }

    /** Takes out the minutes that are over by then, in order. */
    private List<Instant> due(long timestamp) throws Exception {
        List<Long> due = new ArrayList<>();
        for (Long minute : held.keys()) {
            if (lastOf(minute) <= timestamp) {
                due.add(minute);
            }
        }
        Collections.sort(due);
        List<Instant> minutes = new ArrayList<>(due.size());
        for (Long minute : due) {
            held.remove(minute);
            minutes.add(Instant.ofEpochMilli(minute));
        }
        return minutes;
    }

    private void sleep(SourceHistory next, SourceHistory known, TimerService timers)
            throws Exception {
        SourceHistory history = next == null ? known.anew() : next;
        long wakeAt = next == null ? Long.MAX_VALUE : rule.lookAt(next).toEpochMilli() - 1;
        for (Long minute : held.keys()) {
            wakeAt = Math.min(wakeAt, wakeFor(minute, history));
        }
        if (wakeAt == Long.MAX_VALUE) {
            memory.clear();
            return;
        }
        wakeAt = stopping(wakeAt);
        timers.registerEventTimeTimer(wakeAt);
        memory.update(new SourceMemory(history, wakeAt));
    }

    /** When a minute that is held has to be looked at. */
    private long wakeFor(long minute, SourceHistory history) {
        if (history.silence() != null) {
            return lastOf(minute);
        }
        long silent = SourceRule.earliestSilence(Instant.ofEpochMilli(minute)).toEpochMilli() - 1;
        return Math.min(silent, settings.nextPublication(lastOf(minute)));
    }

    private long stopping(long wakeAt) {
        Instant until = settings.until();
        return until == null ? wakeAt : Math.min(wakeAt, until.toEpochMilli());
    }

    /** Without an instant at which the clock stops the end of the stream is the end of time. */
    private boolean endsHere(TimerService timers) {
        return settings.until() == null
                && timers.currentWatermark() == Watermark.MAX_WATERMARK.getTimestamp();
    }

    private static long lastOf(long minute) {
        return minute + MINUTE - 1;
    }
}
