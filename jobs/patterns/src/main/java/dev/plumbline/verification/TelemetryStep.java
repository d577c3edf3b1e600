package dev.plumbline.verification;

/**
 * What a finding did to what is known of a pod's telemetry.
 *
 * @param told whether the finding is told
 */
public record TelemetryStep(Telemetry telemetry, boolean told) {}
