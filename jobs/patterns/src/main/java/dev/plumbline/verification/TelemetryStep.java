package dev.plumbline.verification;

import java.util.List;

/**
 * What a finding did to what is known of a pod's telemetry.
 *
 * @param told findings to be told, in order: it itself, or those that were withheld for its sake
 */
public record TelemetryStep(Telemetry telemetry, List<Finding> told) {}
