package dev.plumbline.standalone.store;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/**
 * The definitions of the metrics, as the build carries them.
 *
 * @param version changes when a definition does
 */
public record MetricDefinitions(String version, List<MetricDefinition> metrics) {

    /** Reads the resource {@code metrics.yaml}. */
    public static MetricDefinitions load() {
        try (InputStream yaml = MetricDefinitions.class.getResourceAsStream("/metrics.yaml")) {
            Map<?, ?> root =
                    (Map<?, ?>) new Load(LoadSettings.builder().build()).loadFromInputStream(yaml);
            List<?> metrics = (List<?>) root.get("metrics");
            return new MetricDefinitions(
                    (String) root.get("version"),
                    metrics.stream().map(metric -> definition((Map<?, ?>) metric)).toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static MetricDefinition definition(Map<?, ?> metric) {
        return new MetricDefinition(
                (String) metric.get("name"),
                (String) metric.get("unit"),
                (String) metric.get("definition"),
                (String) metric.get("value"),
                (Boolean) metric.get("quantiles"),
                (String) metric.get("counts"),
                (String) metric.get("split"),
                (String) metric.get("missing"));
    }
}
