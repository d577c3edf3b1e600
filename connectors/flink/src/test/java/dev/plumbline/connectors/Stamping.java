package dev.plumbline.connectors;

import org.apache.flink.streaming.api.functions.ProcessFunction;
import org.apache.flink.util.Collector;

/** Writes timestamp and watermark beside each arrival. */
public final class Stamping extends ProcessFunction<Arrival, Stamped> {
    private static final long serialVersionUID = 1L;

    @Override
    public void processElement(Arrival arrival, Context context, Collector<Stamped> out) {
        out.collect(
                new Stamped(
                        arrival.eventId(),
                        arrival.reason(),
                        context.timestamp(),
                        context.timerService().currentWatermark()));
    }
}
