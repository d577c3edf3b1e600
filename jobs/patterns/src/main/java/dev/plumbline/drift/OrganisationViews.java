package dev.plumbline.drift;

import java.time.Instant;
import java.util.Map;

/**
 * What an organisation knows of its pods, as of an instant.
 *
 * @param from in force from then on, inclusive, until the next one: the beginning of a week
 * @param views by metric; one that is missing is not known
 */
public record OrganisationViews(String org, Instant from, Map<String, OrganisationView> views) {

    OrganisationView of(String metric) {
        return views.getOrDefault(metric, OrganisationView.UNKNOWN);
    }
}
