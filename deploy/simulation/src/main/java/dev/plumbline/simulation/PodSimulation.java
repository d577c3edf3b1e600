package dev.plumbline.simulation;

import dev.plumbline.schema.WorkEvent;
import dev.plumbline.tools.EventBuilder;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.apache.commons.math3.random.RandomDataGenerator;
import org.apache.commons.math3.random.Well19937c;

/** Simulates one pod; the same whatever other pods there are. */
final class PodSimulation {
    private static final Duration HEARTBEAT = Duration.ofHours(4);

    private final SimulationOptions options;
    private final SimulatedPod pod;
    private final Span time;
    private final PodScene scene;

    PodSimulation(SimulationOptions options, SimulatedPod pod, Span time) {
        this.options = options;
        this.pod = pod;
        this.time = time;
        List<Span> stops = pod.has(FaultKind.FULL_STOP) ? List.of(pod.fault().span()) : List.of();
        PodClock clock = new PodClock(pod.calendar(), stops, time.until());
        int[] seed = {(int) (options.seed() >>> 32), (int) options.seed(), pod.number()};
        this.scene = new PodScene(pod, new RandomDataGenerator(new Well19937c(seed)), clock);
    }

    PodHistory run() {
        List<TicketLife> lives = new ArrayList<>();
        for (Ticket ticket : new Backlog(scene, options).tickets()) {
            lives.add(new Story(scene, ticket).tell());
        }
        scene.deployments.tell();
        heartbeats("jira", pod.tickets());
        heartbeats("github", pod.code());
        new PodTruths(scene, time).tell(lives);
        List<WorkEvent> events = scene.journal.inOrder();
        if (pod.has(FaultKind.SOURCE_OUTAGE)) {
            events = new Outage(scene).lose(events);
        }
        List<Truth> truths = new ArrayList<>(scene.truths);
        truths.sort(
                Comparator.comparing(Truth::from)
                        .thenComparing(Truth::kind)
                        .thenComparing(truth -> String.valueOf(truth.objectId())));
        return new PodHistory(pod.id(), events, truths);
    }

    private void heartbeats(String source, String container) {
        for (Instant at = time.from(); at.isBefore(time.until()); at = at.plus(HEARTBEAT)) {
            var object = EventBuilder.object("source", container);
            if (source.equals("jira")) {
                scene.journal.jira(at, "source.heartbeat", object, null, event -> {});
            } else {
                scene.journal.github(at, "source.heartbeat", object, null, event -> {});
            }
        }
    }
}
