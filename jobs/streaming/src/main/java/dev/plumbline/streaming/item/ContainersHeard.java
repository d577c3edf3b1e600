package dev.plumbline.streaming.item;

import dev.plumbline.pod.PodFact;
import dev.plumbline.pod.PracticeFacts;
import dev.plumbline.time.Days;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Which containers pods hear of their work from, and which bring evidence of it, each told once a
 * day. What was told lately is remembered; what is forgotten, by a restart or beyond the places
 * kept, is told again and changes nothing.
 */
final class ContainersHeard {

    private static final int PLACES = 10_000;

    private record Place(String org, String pod, String container, boolean evidence, long day) {

        /** Of what differs most, as it is asked for with every event. */
        @Override
        public int hashCode() {
            return 31 * container.hashCode() + Long.hashCode(day);
        }
    }

    private final Days days;
    private final List<Place> news = new ArrayList<>();
    private final Map<Place, Boolean> told =
            new LinkedHashMap<>(16, 0.75f, false) {
                private static final long serialVersionUID = 1L;

                @Override
                protected boolean removeEldestEntry(Map.Entry<Place, Boolean> eldest) {
                    return size() > PLACES;
                }
            };

    ContainersHeard(Days days) {
        this.days = days;
    }

    /**
     * The pod heard from the container on that day.
     *
     * @param evidence it was no work, but showed that work was done
     */
    void add(String org, String pod, String container, boolean evidence, long day) {
        Place place = new Place(org, pod, container, evidence, day);
        if (told.put(place, true) == null) {
            news.add(place);
        }
    }

    /** Tells what is news, and forgets that it was. */
    void release(Consumer<PodFact> pods) {
        for (Place place : news) {
            pods.accept(fact(place));
        }
        news.clear();
    }

    private PodFact fact(Place place) {
        return place.evidence
                ? PracticeFacts.evidenceHeard(
                        place.org, place.pod, days.start(place.day), place.container)
                : PracticeFacts.heard(place.org, place.pod, days.start(place.day), place.container);
    }
}
