package dev.plumbline.delivery;

import java.util.List;

/**
 * What one event did to a deployment.
 *
 * @param transitions in order; none for what is not production
 */
public record DeploymentStep(Deployment deployment, List<DeploymentTransition> transitions) {}
