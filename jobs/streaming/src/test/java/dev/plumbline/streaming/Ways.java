package dev.plumbline.streaming;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.apache.flink.util.OutputTag;

/**
 * The ways in which a function can be told one story: all at once, or in any order before time
 * passes, in steps of any length, with restarts in between. What it says is the same in all of
 * them.
 */
public final class Ways {

    private Ways() {}

    /** An element and the instant it is about: it is there before time has passed that. */
    public record Moment<E>(Instant at, E element) {}

    /** A function under rehearsal. */
    public interface Stage<E> {
        void hears(E element) throws Exception;

        void clockReaches(Instant now) throws Exception;

        void streamEnds() throws Exception;

        void restarts() throws Exception;

        /** What it has said since it started. */
        List<Object> said();

        void close() throws Exception;
    }

    /** A keyed function; what it says is told by its outputs. */
    public static <I, O> Stage<I> stage(Rehearsal<I, O> rehearsal, OutputTag<?>... tags) {
        return new Stage<>() {
            @Override
            public void hears(I element) throws Exception {
                rehearsal.hears(element);
            }

            @Override
            public void clockReaches(Instant now) throws Exception {
                rehearsal.clockReaches(now);
            }

            @Override
            public void streamEnds() throws Exception {
                rehearsal.streamEnds();
            }

            @Override
            public void restarts() throws Exception {
                rehearsal.restarts();
            }

            @Override
            public List<Object> said() {
                List<Object> said = new ArrayList<>(rehearsal.output());
                for (OutputTag<?> tag : tags) {
                    said.addAll(rehearsal.sideOutput(tag));
                }
                return said;
            }

            @Override
            public void close() throws Exception {
                rehearsal.close();
            }
        };
    }

    /** A function that also hears what is told to all: elements of that type. */
    public static <I, B, O> Stage<Object> stage(
            BroadcastRehearsal<I, B, O> rehearsal,
            Class<I> own,
            Class<B> toldToAll,
            OutputTag<?>... tags) {
        return new Stage<>() {
            @Override
            public void hears(Object element) throws Exception {
                if (toldToAll.isInstance(element)) {
                    rehearsal.isTold(toldToAll.cast(element));
                } else {
                    rehearsal.hears(own.cast(element));
                }
            }

            @Override
            public void clockReaches(Instant now) throws Exception {
                rehearsal.clockReaches(now);
            }

            @Override
            public void streamEnds() throws Exception {
                rehearsal.streamEnds();
            }

            @Override
            public void restarts() throws Exception {
                rehearsal.restarts();
            }

            @Override
            public List<Object> said() {
                List<Object> said = new ArrayList<>(rehearsal.output());
                for (OutputTag<?> tag : tags) {
                    said.addAll(rehearsal.sideOutput(tag));
                }
                return said;
            }

            @Override
            public void close() throws Exception {
                rehearsal.close();
            }
        };
    }

    /** What is said where everything is there before any time passes, sorted. */
    public static <E> List<String> atOnce(Stage<E> stage, List<Moment<E>> story) throws Exception {
        for (Moment<E> moment : story) {
            stage.hears(moment.element());
        }
        stage.streamEnds();
        List<String> said = sorted(stage.said());
        stage.close();
        return said;
    }

    /**
     * What is said where time passes in steps of up to {@code longest} until the end of the stream,
     * sorted.
     */
    public static <E> List<String> inSteps(
            Stage<E> stage, List<Moment<E>> story, Instant end, Duration longest, Random random)
            throws Exception {
        List<Object> said = new ArrayList<>();
        List<Moment<E>> waiting = new ArrayList<>(story);
        Collections.shuffle(waiting, random);
        Instant clock =
                story.stream().map(Moment::at).min(Instant::compareTo).get().minusSeconds(1);
        while (clock.isBefore(end)) {
            Instant next = clock.plusMillis(1 + (long) (random.nextDouble() * longest.toMillis()));
            Instant ahead = next.plusMillis((long) (random.nextDouble() * longest.toMillis()));
            for (Moment<E> moment : List.copyOf(waiting)) {
                boolean early = !moment.at().isAfter(ahead) && random.nextBoolean();
                if (!moment.at().isAfter(next) || early) {
                    stage.hears(moment.element());
                    waiting.remove(moment);
                }
            }
            stage.clockReaches(next);
            clock = next;
            if (random.nextInt(4) == 0) {
                said.addAll(stage.said());
                stage.restarts();
                stage.clockReaches(clock);
            }
        }
        stage.streamEnds();
        said.addAll(stage.said());
        stage.close();
        return sorted(said);
    }

    private static List<String> sorted(List<Object> said) {
        return said.stream().map(String::valueOf).sorted().toList();
    }
}
