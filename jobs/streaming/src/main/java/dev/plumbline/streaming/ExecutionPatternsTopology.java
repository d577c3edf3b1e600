package dev.plumbline.streaming;

import dev.plumbline.directory.Directory;
import dev.plumbline.item.ItemSnapshot;
import dev.plumbline.pod.MetricRow;
import dev.plumbline.pod.PodFact;
import dev.plumbline.source.SourceBeat;
import dev.plumbline.source.SourceHealth;
import dev.plumbline.streaming.admit.AdmitFunction;
import dev.plumbline.streaming.admit.Arrival;
import dev.plumbline.streaming.admit.RoutedEvent;
import dev.plumbline.streaming.item.ItemFunction;
import dev.plumbline.streaming.item.PublishedHandoff;
import dev.plumbline.streaming.link.CommitFunction;
import dev.plumbline.streaming.link.LinkFunction;
import dev.plumbline.streaming.pod.PodFunction;
import dev.plumbline.streaming.source.SourceFunction;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;

/**
 * The way of one event: admit, link, fold by item, count by pod. A function of streams: the mains
 * only choose the ends, so that replay, live and embedded runs are the same job.
 */
public final class ExecutionPatternsTopology {

    private ExecutionPatternsTopology() {}

    /**
     * Builds the topology.
     *
     * @param arrivals with event time assigned in the source
     * @param directory for accounts that are pseudonyms
     */
    public static Outputs of(DataStream<Arrival> arrivals, Settings settings, Directory directory) {
        SingleOutputStreamOperator<RoutedEvent> admitted =
                arrivals.process(new AdmitFunction(settings.until()))
                        .returns(TypeInformation.of(RoutedEvent.class))
                        .setParallelism(arrivals.getParallelism())
                        .uid("admit")
                        .name("Admit events");
        SingleOutputStreamOperator<RoutedEvent> ofCommits =
                admitted.getSideOutput(AdmitFunction.COMMITS)
                        .keyBy(RoutedEvent::key)
                        .transform(
                                "Pass on what is said of commits",
                                TypeInformation.of(RoutedEvent.class),
                                new NeverIdle<>(new CommitFunction(settings.forgetAfter())))
                        .uid("link-commits");
        SingleOutputStreamOperator<RoutedEvent> passedOn =
                admitted.getSideOutput(AdmitFunction.LINKING)
                        .union(ofCommits.getSideOutput(CommitFunction.OF_CHANGES))
                        .keyBy(RoutedEvent::key)
                        .transform(
                                "Pass linked work on to its items",
                                TypeInformation.of(RoutedEvent.class),
                                new NeverIdle<>(new LinkFunction(settings.forgetAfter())))
                        .uid("link");
        SingleOutputStreamOperator<PodFact> facts =
                admitted.union(ofCommits, passedOn)
                        .keyBy(RoutedEvent::key)
                        .transform(
                                "Fold items",
                                TypeInformation.of(PodFact.class),
                                new NeverIdle<>(new ItemFunction(settings, directory)))
                        .uid("fold-items");
        DataStream<MetricRow> podMetrics =
                facts.keyBy(PodFunction::key)
                        .process(new PodFunction(settings, directory))
                        .returns(TypeInformation.of(MetricRow.class))
                        .uid("count-pods")
                        .name("Count pods");
        SingleOutputStreamOperator<SourceHealth> sourceHealth =
                admitted.getSideOutput(AdmitFunction.BEATS)
                        .keyBy(SourceBeat::key)
                        .transform(
                                "Listen to sources",
                                TypeInformation.of(SourceHealth.class),
                                new NeverIdle<>(new SourceFunction(settings, directory)))
                        .uid("listen-to-sources");
        DataStream<ItemSnapshot> items = facts.getSideOutput(ItemFunction.ITEMS);
        DataStream<PublishedHandoff> handoffs = facts.getSideOutput(ItemFunction.HANDOFFS);
        return new Outputs(
                items,
                handoffs,
                podMetrics,
                sourceHealth,
                sourceHealth.getSideOutput(SourceFunction.SILENCES),
                admitted.getSideOutput(AdmitFunction.REJECTED),
                admitted.getSideOutput(AdmitFunction.LATE)
                        .union(
                                ofCommits.getSideOutput(AdmitFunction.LATE),
                                passedOn.getSideOutput(AdmitFunction.LATE),
                                facts.getSideOutput(AdmitFunction.LATE)));
    }
}
