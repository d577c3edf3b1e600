package dev.plumbline.delivery;

import dev.plumbline.work.Result;
import dev.plumbline.work.WorkEvent;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** How one event, in fold order, changes a deployment: its own, or of an incident it caused. */
public final class DeploymentRule {

    private DeploymentRule() {}

    /** Folds the event; one that is neither leaves the deployment as it is. */
    public static DeploymentStep next(Deployment deployment, WorkEvent event) {
        DeploymentStep step =
                switch (event.type()) {
                    case DEPLOY_STARTED -> unchanged(deployment.told(event));
                    case DEPLOY_FINISHED -> finished(deployment.told(event), event);
                    case DEPLOY_ROLLED_BACK -> rolledBack(deployment.told(event));
                    case INCIDENT_OPENED -> incidentOpened(deployment, event.objectId());
                    case INCIDENT_RESOLVED -> incidentResolved(deployment, event.objectId());
                    default -> unchanged(deployment);
                };
        boolean counts = Deployment.isProduction(step.deployment().environment());
        return counts ? step : unchanged(step.deployment());
    }

    private static DeploymentStep finished(Deployment told, WorkEvent event) {
        boolean success = event.result() == Result.SUCCESS;
        if (!success && event.result() != Result.FAILURE) {
            return unchanged(told);
        }
        if (told.endedAt() != null) {
            boolean repeated = success && told.failed() && told.openIncidents().isEmpty();
            return repeated ? restored(told) : unchanged(told);
        }
        Instant at = event.occurredAt();
        boolean failed = told.failed() || !success;
        Deployment ended = told.with(at, failed, told.restored(), told.openIncidents());
        if (told.failed() && !success) {
            return unchanged(ended);
        }
        return step(
                ended,
                success ? DeploymentTransition.SUCCEEDED : DeploymentTransition.ENDED_FAILED);
    }

    private static DeploymentStep rolledBack(Deployment told) {
        Deployment after = told.with(told.endedAt(), true, true, told.openIncidents());
        if (told.restored()) {
            return unchanged(after);
        }
        return told.failed()
                ? step(after, DeploymentTransition.RESTORED)
                : step(after, DeploymentTransition.FAILED, DeploymentTransition.RESTORED);
    }

    /** What has failed and works again is no second failure: it would be counted twice. */
    private static DeploymentStep incidentOpened(Deployment deployment, String incident) {
        boolean over = deployment.failed() && deployment.restored();
        if (over || deployment.openIncidents().contains(incident)) {
            return unchanged(deployment);
        }
        List<String> open = new ArrayList<>(deployment.openIncidents());
        open.add(incident);
        open.sort(null);
        Deployment after = deployment.with(deployment.endedAt(), true, false, List.copyOf(open));
        return step(
                after,
                deployment.failed()
                        ? DeploymentTransition.NAMED_BY_INCIDENT
                        : DeploymentTransition.FAILED_BY_INCIDENT);
    }

    private static DeploymentStep incidentResolved(Deployment deployment, String incident) {
        List<String> open = new ArrayList<>(deployment.openIncidents());
        if (!open.remove(incident)) {
            return unchanged(deployment);
        }
        Deployment after =
                deployment.with(
                        deployment.endedAt(), true, deployment.restored(), List.copyOf(open));
        return open.isEmpty() ? restored(after) : unchanged(after);
    }

    private static DeploymentStep restored(Deployment deployment) {
        if (deployment.restored()) {
            return unchanged(deployment);
        }
        Deployment after =
                deployment.with(deployment.endedAt(), true, true, deployment.openIncidents());
        return step(after, DeploymentTransition.RESTORED);
    }

    private static DeploymentStep step(Deployment after, DeploymentTransition... transitions) {
        return new DeploymentStep(after, List.of(transitions));
    }

    private static DeploymentStep unchanged(Deployment deployment) {
        return new DeploymentStep(deployment, List.of());
    }
}
