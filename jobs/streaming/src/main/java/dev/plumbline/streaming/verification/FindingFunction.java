package dev.plumbline.streaming.verification;

import dev.plumbline.pod.PodFact;
import dev.plumbline.pod.PracticeFacts;
import dev.plumbline.verification.ClaimJudged;
import dev.plumbline.verification.Connection;
import dev.plumbline.verification.ConnectionRule;
import dev.plumbline.verification.Finding;
import dev.plumbline.work.EvidenceProfiles;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.ListState;
import org.apache.flink.api.common.state.ListStateDescriptor;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;
import org.apache.flink.util.OutputTag;

/**
 * Lets a container's findings through once a source that could tell otherwise is known to be
 * connected to it: missing telemetry is not missing work. Remembers since when, two instants per
 * container. That is never evicted: there are as few containers as repositories and projects, and
 * one that were forgotten would go blind.
 */
public final class FindingFunction extends KeyedProcessFunction<String, ContainerNews, PodFact> {

    private static final long serialVersionUID = 1L;

    /** Findings as they are published. */
    public static final OutputTag<PublishedFinding> FINDINGS = new OutputTag<>("findings") {};

    private final ConnectionRule rule;
    private transient ListState<ContainerNews> held;
    private transient ValueState<Connection> connection;

    public FindingFunction(EvidenceProfiles profiles) {
        this.rule = new ConnectionRule(profiles);
    }

    @Override
    public void open(OpenContext context) {
        held =
                getRuntimeContext()
                        .getListState(new ListStateDescriptor<>("held-news", ContainerNews.class));
        connection =
                getRuntimeContext()
                        .getState(new ValueStateDescriptor<>("connection", Connection.class));
    }

    @Override
    public void processElement(ContainerNews news, Context context, Collector<PodFact> out)
            throws Exception {
        held.add(news);
        context.timerService().registerEventTimeTimer(news.at().toEpochMilli());
    }

    @Override
    public void onTimer(long timestamp, OnTimerContext context, Collector<PodFact> out)
            throws Exception {
        Connection known = connection.value();
        List<ContainerNews> due = due(context.timerService().currentWatermark());
        for (ContainerNews news : due) {
            known = hear(known == null ? Connection.NONE : known, news, context, out);
        }
        if (known != null) {
            connection.update(known);
        }
    }

    private Connection hear(
            Connection known, ContainerNews news, OnTimerContext context, Collector<PodFact> out) {
        if (news.sign() != null) {
            return news.sign() == ContainerNews.Sign.EVIDENCE
                    ? known.withEvidence(news.at())
                    : known.withWorkItemLink(news.at());
        }
        Finding finding = news.finding();
        if (finding != null && rule.publishes(finding, known)) {
            context.output(FINDINGS, PublishedFinding.of(news.org(), news.pod(), finding));
        }
        ClaimJudged claim = news.claim();
        if (claim != null && rule.counts(claim, news.container(), known)) {
            out.collect(
                    PracticeFacts.claim(
                            news.org(),
                            news.pod(),
                            claim.judgedAt(),
                            news.item(),
                            claim.claimEvent(),
                            claim.claimer(),
                            claim.verified()));
        }
        return known;
    }

    private List<ContainerNews> due(long watermark) throws Exception {
        List<ContainerNews> due = new ArrayList<>();
        List<ContainerNews> later = new ArrayList<>();
        for (ContainerNews news : held.get()) {
            (news.at().toEpochMilli() > watermark ? later : due).add(news);
        }
        if (!due.isEmpty()) {
            held.update(later);
        }
        due.sort(ContainerNews.FOLD_ORDER);
        return due;
    }
}
