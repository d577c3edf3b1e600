package dev.plumbline.streaming.admit;

import dev.plumbline.connectors.clock.ClockBeat;
import dev.plumbline.streaming.Gathering;
import dev.plumbline.streaming.source.HeardMinutes;
import dev.plumbline.work.EventType;
import dev.plumbline.work.WorkEvent;
import java.util.ArrayList;
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

    private record Place(String org, String source, String container) {

        /** Of what differs most, as it is asked for with every event. */
        @Override
        public int hashCode() {
            return container.hashCode();
        }
    }

    /** The latest minute told of a place, and which of the 63 before it were. */
    private static final class Minutes {

        private long latest = Long.MIN_VALUE / 2;
        private long bits;
        private List<Long> untold;

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

    /** A place of which something is to be told. */
    private record News(Place place, Minutes minutes) {}

    private final List<News> news = new ArrayList<>();

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
        Minutes minutes = told.computeIfAbsent(place, first -> new Minutes());
        if (!minutes.add(minute)) {
            return;
        }
        if (minutes.untold == null) {
            minutes.untold = new ArrayList<>(2);
            news.add(new News(place, minutes));
        }
        minutes.untold.add(minute * MINUTE_MILLIS);
    }

    /** Gives on, and forgets, what was heard; what was told stays known. */
    void release(Gathering.Outlet outlet) {
        for (News heard : news) {
            Place place = heard.place;
            outlet.put(
                    AdmitFunction.BEATS,
                    new HeardMinutes(
                            place.org, place.source, place.container, heard.minutes.untold));
            heard.minutes.untold = null;
        }
        news.clear();
    }
}
