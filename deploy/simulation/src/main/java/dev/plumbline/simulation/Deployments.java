package dev.plumbline.simulation;

import dev.plumbline.schema.WorkObject;
import dev.plumbline.tools.EventBuilder;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;

/** What is merged in a pod goes to production in batches; some deployments fail. */
final class Deployments {
    static final String ENVIRONMENT = "production";
    private static final double FAILS = 0.08;
    private static final double ROLLED_BACK = 0.5;

    private final PodScene scene;
    private final List<ChangeLife> merged = new ArrayList<>();
    private List<ChangeLife> batch = new ArrayList<>();

    Deployments(PodScene scene) {
        this.scene = scene;
    }

    /** This change will be deployed. */
    void add(ChangeLife change) {
        merged.add(change);
    }

    /** Tells all deployments; asked once, when all changes are known. */
    void tell() {
        merged.sort(
                Comparator.comparing((ChangeLife one) -> one.mergedAt).thenComparing(c -> c.id));
        Instant at = PodClock.NEVER;
        for (ChangeLife change : merged) {
            if (!batch.isEmpty() && !change.mergedAt.isBefore(at)) {
                deploy(at);
            }
            if (batch.isEmpty()) {
                at = scene.clock.after(change.mergedAt, scene.between(0.5, 6));
            }
            batch.add(change);
        }
        if (!batch.isEmpty()) {
            deploy(at);
        }
    }

    private void deploy(Instant at) {
        List<ChangeLife> changes = batch;
        batch = new ArrayList<>();
        boolean fails = scene.chance(FAILS);
        Run run = run(at, changes, fails ? "failure" : "success", false);
        if (!fails) {
            return;
        }
        if (scene.chance(ROLLED_BACK)) {
            Consumer<EventBuilder> where = event -> event.build().setEnvironment(ENVIRONMENT);
            service(run.end().plusSeconds(600), "deploy.rolled_back", run.deployment(), where);
            return;
        }
        incident(run.deployment(), run.end(), changes);
    }

    private void incident(WorkObject failed, Instant at, List<ChangeLife> changes) {
        WorkObject incident =
                EventBuilder.object(
                        "incident", scene.pod.repository() + "/incidents/" + scene.number());
        Consumer<EventBuilder> cause =
                event -> event.link("triggered_by", "deployment", failed.getId());
        Instant opened = at.plusSeconds(Math.round(60 * scene.between(10, 90)));
        service(opened, "incident.opened", incident, cause);
        Instant resolved = scene.clock.after(opened, scene.between(0.5, 8));
        Member resolver = scene.somebodyBut(resolved);
        scene.journal.github(resolved, "incident.resolved", incident, resolver.onGithub(), cause);
        run(scene.clock.after(resolved, 0.2), changes, "success", true);
    }

    private Run run(Instant at, List<ChangeLife> changes, String result, boolean unplanned) {
        WorkObject deployment =
                EventBuilder.object(
                        "deployment", scene.pod.repository() + "/deployments/" + scene.number());
        Consumer<EventBuilder> what =
                event -> {
                    for (ChangeLife change : changes) {
                        event.link("deploys", "change", change.id);
                        event.link("deploys", "commit", change.mergeCommit);
                    }
                    event.attribute("unplanned", unplanned ? "true" : null);
                    event.build().setEnvironment(ENVIRONMENT);
                };
        service(at, "deploy.started", deployment, what);
        Instant end = at.plusSeconds(Math.round(60 * scene.between(4, 15)));
        service(end, "deploy.finished", deployment, what.andThen(event -> event.result(result)));
        return new Run(deployment, end);
    }

    /** A deployment and when it was finished. */
    private record Run(WorkObject deployment, Instant end) {}

    private void service(Instant at, String type, WorkObject object, Consumer<EventBuilder> more) {
        scene.journal.github(at, type, object, Member.service(), more);
    }
}
