package dev.plumbline.pod;

import java.util.List;

/** What passing time did to a pod: what it remembers from now on, and the rows to publish. */
public record PodStep(PodLedger ledger, List<MetricRow> rows) {}
