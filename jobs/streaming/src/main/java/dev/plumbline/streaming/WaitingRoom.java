package dev.plumbline.streaming;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.stream.Stream;
import org.apache.flink.api.common.functions.RuntimeContext;
import org.apache.flink.api.common.state.ListState;
import org.apache.flink.api.common.state.ListStateDescriptor;
import org.apache.flink.runtime.state.KeyedStateBackend;
import org.apache.flink.runtime.state.VoidNamespace;

/**
 * Where the elements of all keys of a subtask wait until time has passed them, to be handed out in
 * the order they happened: so the order in which they arrive does not matter. They wait beside the
 * keyed state and not in it: an entry and a timer for every event, to be taken away again at the
 * next watermark, were a fifth of what the whole job cost. Only a checkpoint finds them in keyed
 * state, so that they move with their keys. An element leaves when it is handed out; where nothing
 * waits, nothing is kept.
 *
 * @param <T> what waits
 */
public final class WaitingRoom<T> implements Serializable {

    private static final long serialVersionUID = 1L;

    private final String name;
    private final Class<T> type;
    private final HeldBack.Known<T> at;
    private final HeldBack.Order<T> order;
    private transient ListState<T> stored;
    private transient List<String> storedKeys;
    private transient Map<String, List<T>> waiting;
    private transient List<Wake> fresh;
    private transient PriorityQueue<Wake> later;

    /**
     * When a key has to be looked at.
     *
     * @param atMillis event time of its earliest element, or of one that was
     */
    record Wake(long atMillis, String key) {}

    /** Whoever is told that elements of a key are due. */
    interface Listener {
        void wake(Wake wake) throws Exception;
    }

    /**
     * @param name of the state in checkpoints
     * @param at time must have passed an element to hand it out
     * @param order in which those that are due are handed out
     */
    public WaitingRoom(String name, Class<T> type, HeldBack.Known<T> at, HeldBack.Order<T> order) {
        this.name = "held-" + name;
        this.type = type;
        this.at = at;
        this.order = order;
    }

    /** Binds it to an operator. */
    public void open(RuntimeContext context) {
        stored = context.getListState(new ListStateDescriptor<>(name, type));
        storedKeys = new ArrayList<>();
        waiting = new HashMap<>();
        fresh = new ArrayList<>();
        later = new PriorityQueue<>(Comparator.comparingLong(Wake::atMillis));
    }

    /** Lets an element wait. */
    public void hold(String key, T element) {
        List<T> others = waiting.get(key);
        if (others == null) {
            others = new ArrayList<>(2);
            waiting.put(key, others);
        }
        long millis = millis(element);
        if (isEarliest(millis, others)) {
            fresh.add(new Wake(millis, key));
        }
        others.add(element);
    }

    /**
     * Takes out the elements of a key that time has passed, in their order.
     *
     * @param now event time in milliseconds, inclusive
     */
    public List<T> due(String key, long now) {
        List<T> all = waiting.get(key);
        if (all == null) {
            return List.of();
        }
        List<T> due = new ArrayList<>(all.size());
        List<T> notDue = new ArrayList<>(0);
        for (T element : all) {
            (millis(element) <= now ? due : notDue).add(element);
        }
        if (due.isEmpty()) {
            return due;
        }
        waiting.remove(key);
        notDue.forEach(element -> hold(key, element));
        due.sort(order);
        return due;
    }

    /**
     * Tells of every key of which elements are due. Of those that came since the last time most are
     * due and need no order; only the others are queued.
     *
     * @param now event time in milliseconds, inclusive
     */
    void wake(long now, Listener listener) throws Exception {
        while (!later.isEmpty() && later.peek().atMillis() <= now) {
            wake(later.remove(), listener);
        }
        List<Wake> came = fresh;
        fresh = new ArrayList<>();
        for (Wake wake : came) {
            if (wake.atMillis() <= now) {
                wake(wake, listener);
            } else {
                later.add(wake);
            }
        }
    }

    private void wake(Wake wake, Listener listener) throws Exception {
        if (waiting.containsKey(wake.key())) {
            listener.wake(wake);
        }
    }

    private boolean isEarliest(long millis, List<T> others) {
        for (T other : others) {
            if (millis(other) <= millis) {
                return false;
            }
        }
        return true;
    }

    /** Puts what waits into keyed state, for the checkpoint that is being taken. */
    void store(KeyedStateBackend<String> keys) throws Exception {
        clearStored(keys);
        for (Map.Entry<String, List<T>> entry : waiting.entrySet()) {
            keys.setCurrentKey(entry.getKey());
            stored.update(entry.getValue());
            storedKeys.add(entry.getKey());
        }
    }

    /** Takes out of keyed state what a checkpoint has found there. */
    void clearStored(KeyedStateBackend<String> keys) throws Exception {
        for (String key : storedKeys) {
            keys.setCurrentKey(key);
            stored.clear();
        }
        storedKeys.clear();
    }

    /** Takes up what a checkpoint has kept. */
    void restore(KeyedStateBackend<String> keys) throws Exception {
        try (Stream<String> kept = keys.getKeys(name, VoidNamespace.INSTANCE)) {
            kept.forEach(storedKeys::add);
        }
        for (String key : storedKeys) {
            keys.setCurrentKey(key);
            for (T element : stored.get()) {
                hold(key, element);
            }
        }
        clearStored(keys);
    }

    private long millis(T element) {
        return at.apply(element).toEpochMilli();
    }
}
