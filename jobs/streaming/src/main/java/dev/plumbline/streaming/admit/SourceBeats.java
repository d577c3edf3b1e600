package dev.plumbline.streaming.admit;

import dev.plumbline.connectors.clock.ClockBeat;
import dev.plumbline.source.SourceBeat;
import dev.plumbline.work.EventType;
import dev.plumbline.work.WorkEvent;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The signs of life in admitted events. The same minute of a container is told once in a row: what
 * is forgotten, by a restart or beyond the places kept, is told again and changes nothing.
 */
final class SourceBeats {

    private static final int PLACES = 10_000;

    private record Place(String org, String source, String container) {}

    private final Map<Place, Instant> told =
            new LinkedHashMap<>(16, 0.75f, true) {
                private static final long serialVersionUID = 1L;

                @Override
                protected boolean removeEldestEntry(Map.Entry<Place, Instant> eldest) {
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
        SourceBeat beat =
                SourceBeat.of(event.org(), event.source(), event.container(), event.occurredAt());
        Place place = new Place(beat.org(), beat.source(), beat.container());
        Instant before = told.put(place, beat.minute());
        return beat.minute().equals(before) ? Optional.empty() : Optional.of(beat);
    }
}
