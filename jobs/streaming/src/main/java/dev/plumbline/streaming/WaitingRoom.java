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
 * keyed state and not in it, where every event would be an entry and a timer that the next
 * watermark takes away again. Only a checkpoint finds them in keyed state, so that they move with
 * their keys. An element leaves when it is handed out; where nothing waits, nothing is kept.
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
    private transient Map<String, Waiters<T>> waiting;
    private transient List<Waiters<T>> fresh;
    private transient PriorityQueue<Waiters<T>> later;

    /** What waits of a key, until it is handed out, and when that is. */
    private static final class Waiters<T> {

        private final String key;
        private final long atMillis;
        private List<T> elements = new ArrayList<>(2);

        /**
         * @param atMillis event time of the earliest element
         */
        Waiters(String key, long atMillis) {
            this.key = key;
            this.atMillis = atMillis;
        }
    }

    /** Whoever is told that elements of a key are due. */
    interface Listener {
        void wake(String key, long atMillis) throws Exception;
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
        later = new PriorityQueue<>(Comparator.comparingLong(waiters -> waiters.atMillis));
    }

    /** Lets an element wait. */
    public void hold(String key, T element) {
        long millis = millis(element);
        Waiters<T> own = new Waiters<>(key, millis);
        Waiters<T> others = waiting.putIfAbsent(key, own);
        if (others != null && others.atMillis <= millis) {
            others.elements.add(element);
            return;
        }
        if (others != null) {
            own.elements = others.elements;
            others.elements = List.of();
            waiting.put(key, own);
        }
        own.elements.add(element);
        fresh.add(own);
    }

    /**
     * Takes out the elements of a key that time has passed, in their order.
     *
     * @param now event time in milliseconds, inclusive
     */
    public List<T> due(String key, long now) {
        Waiters<T> waiters = waiting.remove(key);
        if (waiters == null) {
            return List.of();
        }
        if (waiters.atMillis > now) {
            waiting.put(key, waiters);
            return List.of();
        }
        List<T> due = waiters.elements;
        waiters.elements = List.of();
        if (due.size() == 1) {
            return due;
        }
        List<T> notDue = new ArrayList<>(0);
        for (T element : due) {
            if (millis(element) > now) {
                notDue.add(element);
            }
        }
        if (!notDue.isEmpty()) {
            due.removeIf(element -> millis(element) > now);
            notDue.forEach(element -> hold(key, element));
        }
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
        while (!later.isEmpty() && later.peek().atMillis <= now) {
            wake(later.remove(), listener);
        }
        List<Waiters<T>> came = fresh;
        fresh = new ArrayList<>();
        for (Waiters<T> waiters : came) {
            if (waiters.atMillis <= now) {
                wake(waiters, listener);
            } else if (!waiters.elements.isEmpty()) {
                later.add(waiters);
            }
        }
    }

    private void wake(Waiters<T> waiters, Listener listener) throws Exception {
        if (!waiters.elements.isEmpty()) {
            listener.wake(waiters.key, waiters.atMillis);
        }
    }

    /** Puts what waits into keyed state, for the checkpoint that is being taken. */
    void store(KeyedStateBackend<String> keys) throws Exception {
        clearStored(keys);
        for (Waiters<T> waiters : waiting.values()) {
            keys.setCurrentKey(waiters.key);
            stored.update(waiters.elements);
            storedKeys.add(waiters.key);
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
