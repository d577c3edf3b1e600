package dev.plumbline.pod;

import dev.plumbline.source.SilentSource;
import java.time.Instant;
import java.util.List;

/**
 * What happened in a pod while its clock went on to an instant.
 *
 * @param facts in fold order, none before those of the stretch before and none after {@code until}
 * @param until nothing more will be told of the time before it
 * @param silences of sources, as far as they are known
 */
public record PodStretch(
        String org, String pod, List<PodFact> facts, Instant until, List<SilentSource> silences) {}
