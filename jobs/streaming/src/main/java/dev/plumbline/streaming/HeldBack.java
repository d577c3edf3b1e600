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
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;

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
    private transient ValueState<Long> earliest;

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
        earliest = context.getState(new ValueStateDescriptor<>("earliest-" + name, Long.class));
    }

    /**
     * Holds an element.
     *
     * @return whether it is the earliest one now: who waits for it has to wake up earlier
     */
    public boolean add(T element) throws Exception {
        held.add(element);
        long millis = at.apply(element).toEpochMilli();
        Long known = earliest.value();
        if (known != null && known <= millis) {
            return false;
        }
        earliest.update(millis);
        return true;
    }

    /** When the earliest element happened, in milliseconds of the epoch; null where none is. */
    public Long earliestMillis() throws Exception {
        return earliest.value();
    }

    /**
     * Takes out the elements time has passed.
     *
     * @param now inclusive, in milliseconds of the epoch
     */
    public List<T> due(long now) throws Exception {
        Long first = earliest.value();
        if (first == null || first > now) {
            return List.of();
        }
        List<T> due = new ArrayList<>();
        List<T> later = new ArrayList<>();
        long earliestLater = Long.MAX_VALUE;
        for (T element : held.get()) {
            long millis = at.apply(element).toEpochMilli();
            if (millis <= now) {
                due.add(element);
                continue;
            }
            later.add(element);
            earliestLater = Math.min(earliestLater, millis);
        }
        if (later.isEmpty()) {
            held.clear();
            earliest.clear();
        } else {
            held.update(later);
            earliest.update(earliestLater);
        }
        due.sort(order);
        return due;
    }
}
