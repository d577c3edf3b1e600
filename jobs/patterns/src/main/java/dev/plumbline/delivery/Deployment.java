package dev.plumbline.delivery;

import dev.plumbline.work.EventType;
import dev.plumbline.work.Result;
import dev.plumbline.work.WorkEvent;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * What is remembered of a deployment. Forgotten with its state when it has been silent for so long
 * that no incident will name it any more.
 *
 * @param container repository or service it deploys; may be null
 * @param environment where to; null where the tool has only one
 * @param endedAt when it first succeeded or failed; null before
 * @param failed it failed, was rolled back or an incident named it
 * @param restored what it broke works again
 * @param unplanned it was made to repair an earlier one
 * @param openIncidents incidents it caused that are not resolved, sorted
 */
public record Deployment(
        String id,
        String container,
        String environment,
        Instant endedAt,
        boolean failed,
        boolean restored,
        boolean unplanned,
        List<String> openIncidents) {

    private static final Set<String> PRODUCTION = Set.of("production", "prod", "live");

    /** Before its first event. */
    public static Deployment starting(String id) {
        return new Deployment(id, null, null, null, false, false, false, List.of());
    }

    /** An environment of that name, in any case, is production; so is one without a name. */
    public static boolean isProduction(String environment) {
        return environment == null
                || environment.isBlank()
                || PRODUCTION.contains(environment.strip().toLowerCase(Locale.ROOT));
    }

    /** Whether the event is a deployment to production that ended well. */
    public static boolean succeedsInProduction(WorkEvent event) {
        return event.type() == EventType.DEPLOY_FINISHED
                && event.result() == Result.SUCCESS
                && isProduction(event.environment());
    }

    /**
     * What a later deployment has to reach to repair this one: the same container in production.
     */
    public String target() {
        return container == null ? "" : container;
    }

    Deployment told(WorkEvent event) {
        return new Deployment(
                id,
                event.container() == null ? container : event.container(),
                event.environment() == null ? environment : event.environment(),
                endedAt,
                failed,
                restored,
                unplanned || event.unplanned(),
                openIncidents);
    }

    Deployment with(Instant ended, boolean hasFailed, boolean isRestored, List<String> incidents) {
        return new Deployment(
                id, container, environment, ended, hasFailed, isRestored, unplanned, incidents);
    }
}
