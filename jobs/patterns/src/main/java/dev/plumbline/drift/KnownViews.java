package dev.plumbline.drift;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * The views of one organisation that may still be asked for: of several weeks where time has come
 * farther than what is folded.
 *
 * @param views ascending by the instant they are in force from
 */
public record KnownViews(List<OrganisationViews> views) {

    public static final KnownViews NONE = new KnownViews(List.of());

    /**
     * With one more. Those that are in force no more are forgotten.
     *
     * @param now nobody asks for an earlier instant any more
     */
    public KnownViews with(OrganisationViews view, Instant now) {
        List<OrganisationViews> next = new ArrayList<>(views);
        next.removeIf(known -> known.from().equals(view.from()));
        next.add(view);
        next.sort(Comparator.comparing(OrganisationViews::from));
        return new KnownViews(next).asked(now);
    }

    /** Without those that nobody asks for from that instant on. */
    public KnownViews asked(Instant now) {
        int first = 0;
        while (first + 1 < views.size() && !views.get(first + 1).from().isAfter(now)) {
            first++;
        }
        return first == 0
                ? this
                : new KnownViews(new ArrayList<>(views.subList(first, views.size())));
    }

    /** The view of a metric in force at that instant. */
    public OrganisationView of(String metric, Instant at) {
        OrganisationView inForce = OrganisationView.UNKNOWN;
        for (OrganisationViews view : views) {
            if (!view.from().isAfter(at)) {
                inForce = view.of(metric);
            }
        }
        return inForce;
    }

    /**
     * Those that have come into force since.
     *
     * @param told null for all
     */
    public List<OrganisationViews> after(Instant told, Instant until) {
        List<OrganisationViews> after = new ArrayList<>(0);
        for (OrganisationViews view : views) {
            if ((told == null || view.from().isAfter(told)) && !view.from().isAfter(until)) {
                after.add(view);
            }
        }
        return after;
    }
}
