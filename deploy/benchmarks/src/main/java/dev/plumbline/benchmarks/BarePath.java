package dev.plumbline.benchmarks;

import dev.plumbline.streaming.admit.Arrival;
import dev.plumbline.streaming.admit.RoutedEvent;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.streaming.api.functions.sink.v2.DiscardingSink;
import org.apache.flink.util.Collector;

/**
 * The least that Flink can do with the same events: the same source and decoding, one shuffle by
 * object, one keyed value read and written per event, and nothing out of it.
 */
final class BarePath {

    private BarePath() {}

    static void build(DataStream<Arrival> arrivals) {
        arrivals.filter(arrival -> arrival.event() != null)
                .setParallelism(arrivals.getParallelism())
                .uid("bare-filter")
                .map(arrival -> RoutedEvent.own(arrival.event()))
                .returns(TypeInformation.of(RoutedEvent.class))
                .setParallelism(arrivals.getParallelism())
                .uid("bare-route")
                .keyBy(RoutedEvent::key)
                .process(new CountPerObject())
                .uid("bare-count")
                .sinkTo(new DiscardingSink<>())
                .uid("bare-discard");
    }

    private static final class CountPerObject
            extends KeyedProcessFunction<String, RoutedEvent, Long> {

        private static final long serialVersionUID = 1L;

        private transient ValueState<Long> count;

        @Override
        public void open(OpenContext context) {
            count = getRuntimeContext().getState(new ValueStateDescriptor<>("count", Long.class));
        }

        @Override
        public void processElement(RoutedEvent event, Context context, Collector<Long> out)
                throws Exception {
            Long before = count.value();
            count.update(before == null ? 1 : before + 1);
        }
    }
}
