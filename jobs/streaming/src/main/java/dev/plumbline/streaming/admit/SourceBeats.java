package dev.plumbline.streaming.admit;

import dev.plumbline.connectors.clock.ClockBeat;
import dev.plumbline.streaming.Gathering;
import dev.plumbline.streaming.source.HeardMinutes;
import dev.plumbline.work.EventType;
import dev.plumbline.work.WorkEvent;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The signs of life in admitted events. A minute of a container is told once: what is forgotten, by
 * a restart or as more than an hour old or beyond the places kept, is told again and changes
 * nothing.
 */
final class SourceBeats {

    private static final int PLACES = 10_000;
    private static final long MINUTE_MILLIS = 60_000;

    private record Place(String org, String source, String container) {}

    /** The latest minute told of a place, and which of the 63 before it were. */
    private static final class Minutes {

        private long latest = Long.MIN_VALUE / 2;
        private long bits;

        /** Whether it was not told before, as far as is known; it is now. */
        boolean add(long minute) {
            if (minute > latest) {
                bits = minute - latest < Long.SIZE ? bits << (minute - latest) : 0;
                latest = minute;
            } else if (latest - minute >= Long.SIZE) {
                return true;
            }
            long bit = 1L << (latest - minute);
            boolean isNew = (bits & bit) == 0;
            bits |= bit;
            return isNew;
        }
    }

    private final Map<Place, Minutes> told =
            new LinkedHashMap<>(16, 0.75f, true) {
                private static final long serialVersionUID = 1L;

                @Override
                protected boolean removeEldestEntry(Map.Entry<Place, Minutes> eldest) {
                    return size() > PLACES;
                }
            };

    private final Map<Place, List<Long>> heard = new HashMap<>();

    /** Whether the event is a beat of the job's own clock: it has moved time where it was read. */
    static boolean isOwnClock(WorkEvent event) {
        return event.type() == EventType.SOURCE_HEARTBEAT
                && event.source().equals(ClockBeat.SOURCE);
    }

    /** Takes in what the event says of the life of its source, if that was not said already. */
    void hear(WorkEvent event) {
        if (event.source().equals(ClockBeat.SOURCE)) {
            return;
        }
        String container = event.container() == null ? "" : event.container();
        Place place = new Place(event.org(), event.source(), container);
        long minute = Math.floorDiv(event.occurredAt().toEpochMilli(), MINUTE_MILLIS);
        if (told.computeIfAbsent(place, first -> new Minutes()).add(minute)) {
            heard.computeIfAbsent(place, first -> new ArrayList<>()).add(minute * MINUTE_MILLIS);
        }
    }

    /** Gives on, and forgets, what was heard; what was told stays known. */
    void release(Gathering.Outlet outlet) {
        heard.forEach(
                (place, minutes) ->
                        outlet.put(
                                AdmitFunction.BEATS,
                                new HeardMinutes(
                                        place.org, place.source, place.container, minutes)));
        heard.clear();
    }
}
