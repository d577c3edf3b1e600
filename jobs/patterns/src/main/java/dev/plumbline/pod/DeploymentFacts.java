package dev.plumbline.pod;

import dev.plumbline.delivery.Deployment;
import dev.plumbline.delivery.DeploymentStep;
import dev.plumbline.delivery.DeploymentTransition;
import dev.plumbline.directory.Directory;
import dev.plumbline.work.WorkEvent;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** What one event of a deployment, or of an incident it caused, makes its pod count. */
public final class DeploymentFacts {

    private DeploymentFacts() {}

    /**
     * The facts, in order, for the pod that owns the deployment's container.
     *
     * @param event the one that made the step
     */
    public static List<PodFact> of(DeploymentStep step, WorkEvent event, Directory directory) {
        List<PodFact> facts = new ArrayList<>(step.transitions().size());
        for (DeploymentTransition transition : step.transitions()) {
            facts.add(of(transition, step.deployment(), event, directory, facts.size()));
        }
        return facts;
    }

    private static PodFact of(
            DeploymentTransition transition,
            Deployment deployment,
            WorkEvent event,
            Directory directory,
            int position) {
        Instant at = event.occurredAt();
        boolean success = transition == DeploymentTransition.SUCCEEDED;
        return new PodFact(
                event.org(),
                directory.podOf(null, null, deployment.container(), at),
                kind(transition),
                at,
                "deployment:" + deployment.id(),
                position,
                deployment.id(),
                null,
                null,
                deployment.endedAt() == null ? at : deployment.endedAt(),
                null,
                false,
                null,
                null,
                null,
                null,
                null,
                new EndedDeployment(deployment.target(), success, deployment.unplanned()),
                null);
    }

    private static PodFactKind kind(DeploymentTransition transition) {
        return switch (transition) {
            case SUCCEEDED, ENDED_FAILED -> PodFactKind.DEPLOYMENT_ENDED;
            case FAILED -> PodFactKind.DEPLOYMENT_FAILED;
            case FAILED_BY_INCIDENT -> PodFactKind.DEPLOYMENT_FAILED_BY_INCIDENT;
            case NAMED_BY_INCIDENT -> PodFactKind.DEPLOYMENT_NAMED_BY_INCIDENT;
            case RESTORED -> PodFactKind.DEPLOYMENT_RESTORED;
        };
    }
}
