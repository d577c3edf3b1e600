package dev.plumbline.pod;

import dev.plumbline.drift.OrganisationViews;
import dev.plumbline.source.SilentSource;
import java.time.Instant;
import java.util.List;

/**
 * What happened in a pod while its clock went on to an instant.
 *
 * @param facts in fold order, none before those of the stretch before and none after {@code until}
 * @param until nothing more will be told of the time before it
 * @param silences of sources, as far as they are known
 * @param views of the organisation that have come into force since the stretch before
 */
public record PodStretch(
        String org,
        String pod,
        List<PodFact> facts,
        Instant until,
        List<SilentSource> silences,
        List<OrganisationViews> views) {

    /** Without anything new of the organisation. */
    public PodStretch(
            String org,
            String pod,
            List<PodFact> facts,
            Instant until,
            List<SilentSource> silences) {
        this(org, pod, facts, until, silences, List.of());
    }
}
