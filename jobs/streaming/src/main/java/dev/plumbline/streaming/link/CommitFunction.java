package dev.plumbline.streaming.link;

import dev.plumbline.streaming.admit.RoutedEvent;
import dev.plumbline.work.Link;
import dev.plumbline.work.ObjectType;
import java.time.Duration;
import org.apache.flink.util.Collector;
import org.apache.flink.util.OutputTag;

/**
 * A commit passes what is said of it, checks and deployments, on to its change and its work item.
 * Its own push needs no passing on: it names them itself.
 */
public final class CommitFunction extends PassingFunction {

    private static final long serialVersionUID = 1L;

    /** What concerns a change, for the change to pass it on to its items in turn. */
    public static final OutputTag<RoutedEvent> OF_CHANGES = new OutputTag<>("of-changes") {};

    public CommitFunction(Duration forgetAfter) {
        super(forgetAfter);
    }

    @Override
    boolean leadsOn(Link link) {
        return link.carriesWork();
    }

    @Override
    boolean passesOn(RoutedEvent routed) {
        return !routed.own()
                && routed.event().objectType() != ObjectType.CHANGE
                && routed.event().type().evidence();
    }

    @Override
    void send(RoutedEvent onward, OnTimerContext context, Collector<RoutedEvent> out) {
        out.collect(onward);
        if (onward.targetType() == ObjectType.CHANGE) {
            context.output(OF_CHANGES, onward);
        }
    }
}
