package dev.plumbline.streaming;

import java.io.Serializable;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import org.apache.flink.api.common.functions.RuntimeContext;
import org.apache.flink.api.common.state.ListState;
import org.apache.flink.api.common.state.ListStateDescriptor;
import org.apache.flink.streaming.api.TimerService;

/**
 * Holds the elements of a key back until time has passed them, and hands them out in the order they
 * happened: so the order in which they arrive does not matter. An element leaves when it is handed
 * out; where nothing is held, nothing is kept.
 *
 * @param <T> what is held
 */
public final class HeldBack<T> implements Serializable {

    private static final long serialVersionUID = 1L;

    private final String name;
    private final Class<T> type;
    private final Known<T> at;
    private final Order<T> order;
    private transient ListState<T> held;

    /**
     * When an element is known.
     *
     * @param <T> what is held
     */
    public interface Known<T> extends Function<T, Instant>, Serializable {}

    /**
     * The order of elements.
     *
     * @param <T> what is held
     */
    public interface Order<T> extends Comparator<T>, Serializable {}

    /**
     * @param name of the state
     * @param at time must have passed an element to hand it out
     * @param order in which those that are due are handed out
     */
    public HeldBack(String name, Class<T> type, Known<T> at, Order<T> order) {
        this.name = name;
        this.type = type;
        this.at = at;
        this.order = order;
    }

    /** Binds it to the keyed state of an operator. */
    public void open(RuntimeContext context) {
        held = context.getListState(new ListStateDescriptor<>("held-" + name, type));
    }

    /** Holds an element, for an operator with timers of its own. */
    public void hold(T element) throws Exception {
        held.add(element);
    }

    /** Holds an element, with one timer at the earliest one: mostly that is the first. */
    public void hold(T element, TimerService timers) throws Exception {
        long millis = millis(element);
        boolean earliest = true;
        for (T other : held.get()) {
            if (millis(other) <= millis) {
                earliest = false;
                break;
            }
        }
        held.add(element);
        if (earliest) {
            timers.registerEventTimeTimer(millis);
        }
    }

    /**
     * Takes out the elements time has passed.
     *
     * @param now inclusive
     */
    public List<T> due(Instant now) throws Exception {
        return due(now.toEpochMilli(), null);
    }

    /**
     * Takes out the elements time has passed; the timer is at the earliest one left.
     *
     * @param now inclusive
     */
    public List<T> due(Instant now, TimerService timers) throws Exception {
        return due(now.toEpochMilli(), timers);
    }

    private List<T> due(long now, TimerService timers) throws Exception {
        List<T> due = new ArrayList<>();
        List<T> later = new ArrayList<>(0);
        long earliest = Long.MAX_VALUE;
        for (T element : held.get()) {
            if (millis(element) <= now) {
                due.add(element);
            } else {
                later.add(element);
                earliest = Math.min(earliest, millis(element));
            }
        }
        if (due.isEmpty()) {
            return due;
        }
        if (later.isEmpty()) {
            held.clear();
        } else {
            held.update(later);
        }
        if (timers != null && !later.isEmpty()) {
            timers.registerEventTimeTimer(earliest);
        }
        due.sort(order);
        return due;
    }

    private long millis(T element) {
        return at.apply(element).toEpochMilli();
    }
}
