package dev.plumbline.streaming.admit;

import dev.plumbline.connectors.clock.ClockBeat;
import dev.plumbline.source.SourceBeat;
import dev.plumbline.work.EventType;
import dev.plumbline.work.WorkEvent;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

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

    /** Whether the event is a beat of the job's own clock: it has moved time where it was read. */
    static boolean isOwnClock(WorkEvent event) {
        return event.type() == EventType.SOURCE_HEARTBEAT
                && event.source().equals(ClockBeat.SOURCE);
    }

    /** What the event says of the life of its source; empty where that was said already. */
    Optional<SourceBeat> of(WorkEvent event) {
        if (event.source().equals(ClockBeat.SOURCE)) {
            return Optional.empty();
        }
        String container = event.container() == null ? "" : event.container();
        Place place = new Place(event.org(), event.source(), container);
        long minute = Math.floorDiv(event.occurredAt().toEpochMilli(), MINUTE_MILLIS);
        return told.computeIfAbsent(place, first -> new Minutes()).add(minute)
                ? Optional.of(
                        SourceBeat.of(event.org(), event.source(), container, event.occurredAt()))
                : Optional.empty();
    }
}
