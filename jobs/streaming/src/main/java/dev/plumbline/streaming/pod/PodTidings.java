package dev.plumbline.streaming.pod;

import dev.plumbline.drift.OrganisationViews;
import dev.plumbline.source.SilentSource;

/**
 * What is told to all pods: one of the two.
 *
 * @param silence of a source, detected or ended; else null
 * @param views what an organisation has learned of its pods; else null
 */
public record PodTidings(SilentSource silence, OrganisationViews views) {

    public static PodTidings of(SilentSource silence) {
        return new PodTidings(silence, null);
    }

    public static PodTidings of(OrganisationViews views) {
        return new PodTidings(null, views);
    }
}
