package dev.plumbline.streaming;

import dev.plumbline.debt.DebtFact;
import dev.plumbline.debt.PodHealth;
import dev.plumbline.directory.Directory;
import dev.plumbline.drift.DriftSignal;
import dev.plumbline.drift.OrganisationViews;
import dev.plumbline.item.ItemSnapshot;
import dev.plumbline.pod.CompletedEpisode;
import dev.plumbline.pod.MetricRow;
import dev.plumbline.pod.PodFact;
import dev.plumbline.pod.PodStretch;
import dev.plumbline.source.SilentSource;
import dev.plumbline.source.SourceHealth;
import dev.plumbline.stall.SilenceFact;
import dev.plumbline.stall.Stall;
import dev.plumbline.streaming.admit.AdmitFunction;
import dev.plumbline.streaming.admit.Arrival;
import dev.plumbline.streaming.admit.RoutedEvent;
import dev.plumbline.streaming.admit.RoutedEventType;
import dev.plumbline.streaming.debt.DebtFunction;
import dev.plumbline.streaming.debt.Promises;
import dev.plumbline.streaming.delivery.DeliveryFunction;
import dev.plumbline.streaming.delivery.PlanFunction;
import dev.plumbline.streaming.delivery.PlanPodsFunction;
import dev.plumbline.streaming.drift.CompletedEpisodes;
import dev.plumbline.streaming.drift.DriftFunction;
import dev.plumbline.streaming.drift.OrganisationFunction;
import dev.plumbline.streaming.item.Gathered;
import dev.plumbline.streaming.item.ItemFunction;
import dev.plumbline.streaming.item.PublishedHandoff;
import dev.plumbline.streaming.link.CommitFunction;
import dev.plumbline.streaming.link.LinkFunction;
import dev.plumbline.streaming.pod.PodFunction;
import dev.plumbline.streaming.pod.PodTidings;
import dev.plumbline.streaming.session.SessionFunction;
import dev.plumbline.streaming.source.HeardMinutes;
import dev.plumbline.streaming.source.SourceFunction;
import dev.plumbline.streaming.stall.DayPrior;
import dev.plumbline.streaming.stall.PodGaps;
import dev.plumbline.streaming.stall.PriorFunction;
import dev.plumbline.streaming.stall.StallFunction;
import dev.plumbline.streaming.stall.StallNews;
import dev.plumbline.streaming.verification.FindingFunction;
import dev.plumbline.streaming.verification.PodNews;
import dev.plumbline.streaming.verification.PublishedFinding;
import java.time.ZoneId;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.streaming.api.datastream.BroadcastStream;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.DataStreamUtils;
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
                arrivals.transform(
                                "Admit events",
                                RoutedEventType.INSTANCE,
                                Gatherer.of(new AdmitFunction(settings.until())))
                        .setParallelism(arrivals.getParallelism())
                        .uid("admit");
        SingleOutputStreamOperator<RoutedEvent> ofCommits =
                admitted.getSideOutput(AdmitFunction.COMMITS)
                        .keyBy(RoutedEvent::key)
                        .transform(
                                "Pass on what is said of commits",
                                RoutedEventType.INSTANCE,
                                new NeverIdle<>(new CommitFunction(settings, directory)))
                        .uid("link-commits");
        SingleOutputStreamOperator<RoutedEvent> passedOn =
                admitted.getSideOutput(AdmitFunction.LINKING)
                        .union(ofCommits.getSideOutput(CommitFunction.OF_CHANGES))
                        .keyBy(RoutedEvent::key)
                        .transform(
                                "Pass linked work on to its items",
                                RoutedEventType.INSTANCE,
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
        SingleOutputStreamOperator<SilenceFact> sessions =
                admitted.getSideOutput(AdmitFunction.SESSIONS)
                        .keyBy(RoutedEvent::key)
                        .transform(
                                "Fold sessions",
                                TypeInformation.of(SilenceFact.class),
                                new NeverIdle<>(new SessionFunction(settings, directory)))
                        .uid("fold-sessions");
        SingleOutputStreamOperator<PodFact> deliveries =
                admitted.getSideOutput(AdmitFunction.DELIVERIES)
                        .keyBy(RoutedEvent::key)
                        .transform(
                                "Fold deployments",
                                TypeInformation.of(PodFact.class),
                                new NeverIdle<>(new DeliveryFunction(settings, directory)))
                        .uid("fold-deployments");
        SingleOutputStreamOperator<PodFact> planEnds =
                admitted.getSideOutput(AdmitFunction.PLANS)
                        .keyBy(RoutedEvent::key)
                        .transform(
                                "Tell plans",
                                TypeInformation.of(PodFact.class),
                                new NeverIdle<>(new PlanFunction(directory)))
                        .uid("tell-plans");
        SingleOutputStreamOperator<PodFact> plans =
                planEnds.union(facts.getSideOutput(ItemFunction.PLANNED))
                        .keyBy(PlanPodsFunction::key)
                        .transform(
                                "Tell pods of plans",
                                TypeInformation.of(PodFact.class),
                                new NeverIdle<>(new PlanPodsFunction(settings)))
                        .uid("tell-pods-of-plans");
        SingleOutputStreamOperator<Stall> stalls =
                stalls(
                        facts.getSideOutput(ItemFunction.GAPS)
                                .union(sessions.getSideOutput(SessionFunction.GAPS)),
                        news(
                                        facts.getSideOutput(ItemFunction.GAPS),
                                        facts.getSideOutput(ItemFunction.SILENCES),
                                        "items")
                                .union(
                                        news(
                                                sessions.getSideOutput(SessionFunction.GAPS),
                                                sessions,
                                                "sessions")),
                        settings,
                        directory);
        SingleOutputStreamOperator<PodFact> claims =
                facts.getSideOutput(ItemFunction.NEWS)
                        .union(ofCommits.getSideOutput(CommitFunction.NEWS))
                        .keyBy(PodNews::key)
                        .transform(
                                "Let findings through",
                                TypeInformation.of(PodFact.class),
                                new NeverIdle<>(new FindingFunction(directory.evidence())))
                        .uid("let-findings-through");
        SingleOutputStreamOperator<SourceHealth> sourceHealth =
                admitted.getSideOutput(AdmitFunction.BEATS)
                        .keyBy(HeardMinutes::key)
                        .transform(
                                "Listen to sources",
                                TypeInformation.of(SourceHealth.class),
                                new NeverIdle<>(new SourceFunction(settings, directory)))
                        .uid("listen-to-sources");
        DataStream<SilentSource> silences = sourceHealth.getSideOutput(SourceFunction.SILENCES);
        DataStream<PodTidings> tidings =
                silences.map(PodTidings::of)
                        .returns(TypeInformation.of(PodTidings.class))
                        .uid("silences-for-pods")
                        .name("Silences for pods")
                        .union(
                                views(facts, settings, directory)
                                        .map(PodTidings::of)
                                        .returns(TypeInformation.of(PodTidings.class))
                                        .uid("views-for-pods")
                                        .name("Views for pods"));
        SingleOutputStreamOperator<MetricRow> podMetrics =
                facts.union(
                                facts.getSideOutput(Gathered.SUMS),
                                ofCommits.getSideOutput(CommitFunction.FACTS),
                                ofCommits.getSideOutput(Gathered.SUMS),
                                sessions.getSideOutput(SessionFunction.FACTS),
                                stalls.getSideOutput(StallFunction.FACTS),
                                claims,
                                deliveries,
                                plans)
                        .keyBy(PodFunction::key)
                        .connect(tidings.broadcast(PodFunction.SILENCES, PodFunction.VIEWS))
                        .process(new PodFunction(settings, directory))
                        .returns(TypeInformation.of(MetricRow.class))
                        .uid("count-pods")
                        .name("Count pods");
        SingleOutputStreamOperator<PodHealth> podHealth =
                facts.getSideOutput(ItemFunction.DEBTS)
                        .union(
                                stalls.getSideOutput(StallFunction.DEBTS),
                                claims.getSideOutput(FindingFunction.DEBTS),
                                promises(sessions.getSideOutput(SessionFunction.FACTS), "sessions"),
                                promises(claims, "claims"))
                        .keyBy(DebtFunction::key)
                        .transform(
                                "Keep the ledger of lost hours",
                                TypeInformation.of(PodHealth.class),
                                new NeverIdle<>(new DebtFunction(settings, directory)))
                        .uid("keep-ledger");
        SingleOutputStreamOperator<DriftSignal> drifts =
                drifts(podMetrics.getSideOutput(PodFunction.STRETCHES), settings, directory);
        DataStream<ItemSnapshot> items = facts.getSideOutput(ItemFunction.ITEMS);
        DataStream<PublishedHandoff> handoffs = facts.getSideOutput(ItemFunction.HANDOFFS);
        return new Outputs(
                items,
                handoffs,
                podMetrics,
                podHealth,
                podHealth.getSideOutput(DebtFunction.ENTRIES),
                stalls,
                claims.getSideOutput(FindingFunction.FINDINGS)
                        .union(
                                silences.map(silence -> PublishedFinding.of(silence, directory))
                                        .returns(TypeInformation.of(PublishedFinding.class))
                                        .uid("find-blind-connectors")
                                        .name("Find blind connectors")),
                drifts,
                drifts.getSideOutput(DriftFunction.EVIDENCE),
                sourceHealth,
                admitted.getSideOutput(AdmitFunction.REJECTED),
                admitted.getSideOutput(AdmitFunction.LATE)
                        .union(
                                ofCommits.getSideOutput(AdmitFunction.LATE),
                                passedOn.getSideOutput(AdmitFunction.LATE),
                                sessions.getSideOutput(AdmitFunction.LATE),
                                deliveries.getSideOutput(AdmitFunction.LATE),
                                planEnds.getSideOutput(AdmitFunction.LATE),
                                facts.getSideOutput(AdmitFunction.LATE)));
    }

    /** Gaps become the pods' histories and the organisation's; against them silences are told. */
    private static SingleOutputStreamOperator<Stall> stalls(
            DataStream<PodGaps> gaps,
            DataStream<StallNews> news,
            Settings settings,
            Directory directory) {
        ZoneId zone = directory.zone();
        BroadcastStream<DayPrior> priors =
                gaps.keyBy(PodGaps::orgAndStratum)
                        .process(new PriorFunction(settings, zone))
                        .returns(TypeInformation.of(DayPrior.class))
                        .uid("learn-priors")
                        .name("Learn what pods have in common")
                        .broadcast(StallFunction.PRIORS);
        return news.keyBy(StallNews::key)
                .connect(priors)
                .process(new StallFunction(settings, directory))
                .returns(TypeInformation.of(Stall.class))
                .uid("tell-stalls")
                .name("Tell stalls");
    }

    /** What pods have in common, from the few of their facts that tell it. */
    private static DataStream<OrganisationViews> views(
            DataStream<PodFact> facts, Settings settings, Directory directory) {
        ZoneId zone = directory.zone();
        return facts.flatMap(new CompletedEpisodes(zone))
                .returns(TypeInformation.of(CompletedEpisode.class))
                .uid("episodes-of-pods")
                .name("Episodes of pods")
                .keyBy(CompletedEpisode::org)
                .transform(
                        "Learn what pods have in common of their episodes",
                        TypeInformation.of(OrganisationViews.class),
                        new NeverIdle<>(new OrganisationFunction(settings, zone)))
                .uid("learn-episodes");
    }

    /** In the order in which the pod has been counted, and therefore in the same task. */
    private static SingleOutputStreamOperator<DriftSignal> drifts(
            DataStream<PodStretch> stretches, Settings settings, Directory directory) {
        return DataStreamUtils.reinterpretAsKeyedStream(stretches, DriftFunction::key)
                .process(new DriftFunction(settings, directory))
                .returns(TypeInformation.of(DriftSignal.class))
                .uid("tell-drifts")
                .name("Tell drifts");
    }

    /** Before the union, so that it is one task with what tells. */
    private static DataStream<DebtFact> promises(DataStream<PodFact> facts, String of) {
        return facts.map(Promises::of)
                .returns(TypeInformation.of(DebtFact.class))
                .uid("promises-of-" + of)
                .name("Promises of " + of);
    }

    /** Before any union, so that it is one task with the fold and each record travels once. */
    private static DataStream<StallNews> news(
            DataStream<PodGaps> gaps, DataStream<SilenceFact> silences, String of) {
        return gaps.map(StallNews::of)
                .returns(TypeInformation.of(StallNews.class))
                .uid("gaps-of-" + of)
                .name("Gaps of " + of)
                .union(
                        silences.map(StallNews::of)
                                .returns(TypeInformation.of(StallNews.class))
                                .uid("silences-of-" + of)
                                .name("Silences of " + of));
    }
}
