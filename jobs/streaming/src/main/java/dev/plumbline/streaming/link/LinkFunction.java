package dev.plumbline.streaming.link;

import dev.plumbline.streaming.admit.RoutedEvent;
import dev.plumbline.work.Link;
import java.time.Duration;
import org.apache.flink.util.Collector;

/**
 * A change or a session passes its work, what proves it, and the pushes of its commits on to its
 * items.
 */
public final class LinkFunction extends PassingFunction {

    private static final long serialVersionUID = 1L;

    public LinkFunction(Duration forgetAfter) {
        super(forgetAfter);
    }

    @Override
    boolean leadsOn(Link link) {
        return link.carriesWork();
    }

    @Override
    boolean passesOn(RoutedEvent routed) {
        return routed.event().isWork() || routed.event().type().evidence();
    }

    @Override
    void send(RoutedEvent onward, OnTimerContext context, Collector<RoutedEvent> out) {
        out.collect(onward);
    }
}
