package dev.plumbline.streaming.source;

import dev.plumbline.directory.Directory;
import dev.plumbline.source.SilentSource;
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
import org.apache.flink.api.common.state.ListState;
import org.apache.flink.api.common.state.ListStateDescriptor;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.TimerService;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.util.Collector;
import org.apache.flink.util.OutputTag;

/**
 * Listens to the life of one source. Minutes are held until something depends on them: on a day for
 * which it is known how long a gap may be, that long; else an hour, as no silence is shorter; at
 * most to the next publication; and the end of a silence is told when its minute is over. So at
 * most the minutes of a day and an hour are held. One timer per source; a step goes as far as time
 * has come. Which silences are told and the last row do not depend on how far the watermark jumps;
 * the rows on the way there do, and the store keeps the last. Evicted when a source has been silent
 * for {@link Settings#forgetAfter()}: its row stays, with what was known of it then.
 */
public final class SourceFunction extends KeyedProcessFunction<String, HeardMinutes, SourceHealth> {

    private static final long serialVersionUID = 1L;

    /** Silences, told when they are detected and again when they end. */
    public static final OutputTag<SilentSource> SILENCES = new OutputTag<>("silences") {};

    private static final long MINUTE = 60_000;

    private final Settings settings;
    private final SourceRule rule;
    private transient ListState<Long> held;
    private transient ValueState<SourceMemory> memory;

    public SourceFunction(Settings settings, Directory directory) {
        this.settings = settings;
        this.rule = new SourceRule(directory.calendar(), settings.forgetAfter());
    }

    @Override
    public void open(OpenContext context) {
        held = getRuntimeContext().getListState(new ListStateDescriptor<>("minutes", Types.LONG));
        memory =
                getRuntimeContext()
                        .getState(new ValueStateDescriptor<>("source", SourceMemory.class));
    }

    @Override
    public void processElement(HeardMinutes heard, Context context, Collector<SourceHealth> out)
            throws Exception {
        TimerService timers = context.timerService();
        List<Long> ahead = new ArrayList<>(heard.minutes());
        ahead.removeIf(minute -> lastOf(minute) <= timers.currentWatermark());
        if (ahead.isEmpty()) {
            return;
        }
        held.addAll(ahead);
        long minute = Collections.min(ahead);
        SourceMemory before = memory.value();
        if (before != null && before.wakeAt() <= lastOf(minute)) {
            return;
        }
        SourceHistory history = before == null ? rule.start(heard.in(minute)) : before.history();
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
        List<Long> all = heldMinutes();
        int over = last ? all.size() : countUntil(reached, all);
        List<Instant> minutes = all.subList(0, over).stream().map(Instant::ofEpochMilli).toList();
        Instant now = now(reached, atUntil, last, minutes, known);
        SourceStep step = rule.advance(known, minutes, now);
        step.silences().forEach(silence -> context.output(SILENCES, silence));
        boolean news = !step.silences().isEmpty() || step.forgotten();
        boolean publication = settings.publishEvery() != null && !minutes.isEmpty();
        if (news || publication || last) {
            out.collect(SourceHealth.of(step.history(), now));
        }
        List<Long> later = all.subList(over, all.size());
        if (over > 0) {
            held.update(later);
        }
        if (last) {
            memory.clear();
        } else {
            sleep(step, later, timers);
        }
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

    private List<Long> heldMinutes() throws Exception {
        List<Long> minutes = new ArrayList<>();
        for (Long minute : held.get()) {
            minutes.add(minute);
        }
        Collections.sort(minutes);
        return minutes;
    }

    /** How many of the minutes, which are in order, are over by then. */
    private static int countUntil(long timestamp, List<Long> minutes) {
        int over = 0;
        while (over < minutes.size() && lastOf(minutes.get(over)) <= timestamp) {
            over++;
        }
        return over;
    }

    /**
     * @param later minutes that are not over yet, in order
     */
    private void sleep(SourceStep step, List<Long> later, TimerService timers) throws Exception {
        boolean forgotten = step.forgotten();
        SourceHistory history = forgotten ? step.history().anew() : step.history();
        long wakeAt = forgotten ? Long.MAX_VALUE : rule.lookAt(history).toEpochMilli() - 1;
        for (int i = 0; i < later.size() && lastOf(later.get(i)) < wakeAt; i++) {
            wakeAt = Math.min(wakeAt, wakeFor(later.get(i), history));
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
        Instant silent = rule.earliestSilence(history, Instant.ofEpochMilli(minute));
        return Math.min(silent.toEpochMilli() - 1, settings.nextPublication(lastOf(minute)));
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
