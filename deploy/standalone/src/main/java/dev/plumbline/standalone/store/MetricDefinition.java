package dev.plumbline.standalone.store;

/**
 * What a metric of {@code pod_metrics} means.
 *
 * @param value what the column {@code value} holds
 * @param quantiles whether p50 to p95 are filled
 * @param counts what the column {@code n} counts
 * @param split whose kind decides the split
 * @param missing when figures are NULL, beside suppression
 */
public record MetricDefinition(
        String name,
        String unit,
        String definition,
        String value,
        boolean quantiles,
        String counts,
        String split,
        String missing) {}
