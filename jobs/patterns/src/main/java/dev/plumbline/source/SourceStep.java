package dev.plumbline.source;

import java.util.List;

/**
 * What passing time did to a source.
 *
 * @param history what is remembered from now on; null where it is forgotten
 * @param silences those that were detected or ended, in order of time
 */
public record SourceStep(SourceHistory history, List<SilentSource> silences) {}
