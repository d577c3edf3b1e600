package dev.plumbline.pod;

/**
 * A production deployment that succeeded or failed.
 *
 * @param target what it deploys: a later success there repairs a failure
 * @param success whether it succeeded
 * @param unplanned it was made to repair an earlier one
 */
public record EndedDeployment(String target, boolean success, boolean unplanned) {}
