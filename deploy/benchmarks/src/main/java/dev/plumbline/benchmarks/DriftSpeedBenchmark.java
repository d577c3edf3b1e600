package dev.plumbline.benchmarks;

import dev.plumbline.drift.DriftRule;
import dev.plumbline.drift.DriftState;
import dev.plumbline.drift.FalseAlarmBudget;
import dev.plumbline.drift.OrganisationView;
import dev.plumbline.drift.Pattern;
import dev.plumbline.time.WorkCalendar;
import java.io.IOException;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.apache.flink.api.common.serialization.SerializerConfigImpl;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeutils.TypeSerializer;
import org.apache.flink.core.memory.DataInputDeserializer;
import org.apache.flink.core.memory.DataOutputSerializer;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/**
 * Nanoseconds of the whole drift rule for one metric of a pod, and the bytes it remembers. The pod
 * is a {@link WatchedPod} of 60 items a week, some 20 open and two ticks a day, told from an empty
 * state on; eight weeks of each year it takes twice as long.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 10, time = 1)
@Fork(2)
public class DriftSpeedBenchmark {

    /** Completed: six years and a half. */
    private static final int EPISODES = 20_000;

    private static final double PER_WEEK = 60;
    private static final FalseAlarmBudget BUDGET = new FalseAlarmBudget(0.5, 16);
    private static final int STATES = 2_000;

    private final DriftRule rule =
            new DriftRule(
                    Pattern.ofDurations("cycle_time", "all"),
                    BUDGET,
                    WorkCalendar.standard(ZoneOffset.UTC));

    private final List<ToldOfPod> told = new ArrayList<>();
    private final List<ToldOfPod> completed = new ArrayList<>();

    /** Draws what the rule is told of. */
    @Setup
    public void draw() {
        LogDurations durations = new NormalSeries(0, new SplittableRandom(2026));
        WatchedPod pod =
                new WatchedPod(
                        BUDGET,
                        OrganisationView.UNKNOWN,
                        PER_WEEK,
                        durations,
                        WatchedPod.Kinds.ONE);
        pod.listening(this::hear);
        while (completed.size() < EPISODES) {
            pod.slowDown(1);
            pod.passWeeks(44);
            pod.slowDown(2);
            pod.passWeeks(8);
        }
    }

    private void hear(ToldOfPod one) {
        if (completed.size() < EPISODES) {
            told.add(one);
            if (!one.isTick()) {
                completed.add(one);
            }
        }
    }

    /** Per episode, completed items only. */
    @Benchmark
    @OperationsPerInvocation(EPISODES)
    public DriftState episodes() {
        return state(completed);
    }

    /** Per episode, with the ticks beside them: one for six episodes. */
    @Benchmark
    @OperationsPerInvocation(EPISODES)
    public DriftState episodesAndTicks() {
        return state(told);
    }

    private DriftState state(List<ToldOfPod> events) {
        DriftState state = DriftState.of("acme", "pod");
        for (ToldOfPod one : events) {
            state = one.tell(rule, state);
        }
        return state;
    }

    public static void main(String[] arguments) throws RunnerException, IOException {
        new Runner(
                        new OptionsBuilder()
                                .include(DriftSpeedBenchmark.class.getName())
                                .shouldFailOnError(true)
                                .build())
                .run();
        DriftSpeedBenchmark benchmark = new DriftSpeedBenchmark();
        benchmark.draw();
        benchmark.tellSizes();
    }

    private void tellSizes() throws IOException {
        double open =
                told.stream()
                        .filter(ToldOfPod::isTick)
                        .mapToInt(one -> one.open().size())
                        .average()
                        .orElse(0);
        System.out.printf(
                Locale.ROOT,
                "%,d episodes, %,d ticks, %.1f open on average%n",
                EPISODES,
                told.size() - EPISODES,
                open);
        TypeSerializer<DriftState> serializer =
                TypeInformation.of(DriftState.class).createSerializer(new SerializerConfigImpl());
        DriftState state = DriftState.of("acme", "pod");
        byte[] largest = {};
        for (ToldOfPod one : told) {
            state = one.tell(rule, state);
            DataOutputSerializer written = new DataOutputSerializer(8_192);
            serializer.serialize(state, written);
            if (written.length() > largest.length) {
                largest = written.getCopyOfBuffer();
            }
        }
        List<DriftState> copies = new ArrayList<>(STATES);
        long before = usedBytes();
        for (int copy = 0; copy < STATES; copy++) {
            copies.add(serializer.deserialize(new DataInputDeserializer(largest)));
        }
        long each = (usedBytes() - before) / copies.size();
        System.out.printf(
                Locale.ROOT,
                "largest state: %,d bytes as Flink writes it, %,d bytes of heap%n",
                largest.length,
                each);
    }

    private static long usedBytes() {
        System.gc();
        System.gc();
        Runtime runtime = Runtime.getRuntime();
        return runtime.totalMemory() - runtime.freeMemory();
    }
}
