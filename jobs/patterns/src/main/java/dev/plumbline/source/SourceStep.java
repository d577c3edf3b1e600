package dev.plumbline.source;

import java.util.List;

/**
 * What passing time did to a source.
 *
 * @param history what is known of it
 * @param silences those that were detected or ended, in order of time
 * @param forgotten it has been silent for so long that nothing is remembered from now on
 */
public record SourceStep(SourceHistory history, List<SilentSource> silences, boolean forgotten) {}
