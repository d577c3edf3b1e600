package dev.plumbline.streaming.verification;

import dev.plumbline.debt.DebtFact;
import dev.plumbline.debt.DebtFactKind;
import dev.plumbline.debt.EpisodeKind;
import dev.plumbline.pod.PodFact;
import dev.plumbline.pod.PracticeFacts;
import dev.plumbline.streaming.Waiting;
import dev.plumbline.streaming.WaitingRoom;
import dev.plumbline.verification.ClaimJudged;
import dev.plumbline.verification.Finding;
import dev.plumbline.verification.FindingKind;
import dev.plumbline.verification.Telemetry;
import dev.plumbline.verification.TelemetryRule;
import dev.plumbline.verification.TelemetryStep;
import dev.plumbline.work.EvidenceProfiles;
import java.util.List;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;
import org.apache.flink.util.OutputTag;

/**
 * Lets a pod's findings through where their absence would mean something: missing telemetry is not
 * missing work. Keeps what is known of the pod's telemetry, a few instants per container and the
 * latest stray work; that is never evicted, as a pod that were forgotten would go blind.
 */
public final class FindingFunction extends KeyedProcessFunction<String, PodNews, PodFact>
        implements Waiting {

    private static final long serialVersionUID = 1L;

    /** Findings as they are published. */
    public static final OutputTag<PublishedFinding> FINDINGS = new OutputTag<>("findings") {};

    /** What the pod's ledger hears of claims that are false. */
    public static final OutputTag<DebtFact> DEBTS = new OutputTag<>("finding-debts") {};

    private final TelemetryRule rule;
    private final WaitingRoom<PodNews> room =
            new WaitingRoom<>(
                    "news",
                    PodNews.class,
                    PodNews::at,
                    (one, other) -> PodNews.FOLD_ORDER.compare(one, other));
    private transient ValueState<Telemetry> telemetry;

    public FindingFunction(EvidenceProfiles profiles) {
        this.rule = new TelemetryRule(profiles);
    }

    @Override
    public void open(OpenContext context) {
        room.open(getRuntimeContext());
        telemetry =
                getRuntimeContext()
                        .getState(new ValueStateDescriptor<>("telemetry", Telemetry.class));
    }

    @Override
    public WaitingRoom<PodNews> room() {
        return room;
    }

    @Override
    public void processElement(PodNews news, Context context, Collector<PodFact> out) {
        room.hold(context.getCurrentKey(), news);
    }

    @Override
    public void onTimer(long timestamp, OnTimerContext context, Collector<PodFact> out)
            throws Exception {
        long watermark = context.timerService().currentWatermark();
        List<PodNews> due = room.due(context.getCurrentKey(), watermark);
        Telemetry known = telemetry.value();
        for (PodNews news : due) {
            known = hear(known == null ? Telemetry.none() : known, news, context, out);
        }
        if (known != null) {
            telemetry.update(known);
        }
    }

    private Telemetry hear(
            Telemetry known, PodNews news, OnTimerContext context, Collector<PodFact> out) {
        if (news.sign() != null) {
            return news.sign() == PodNews.Sign.EVIDENCE
                    ? known.withEvidence(news.container(), news.at())
                    : known.withWorkItemLink(news.container(), news.at());
        }
        if (news.finding() == null) {
            tell(known, news, out);
            return known;
        }
        TelemetryStep step = rule.hear(known, news.finding(), news.linked(), news.since());
        for (Finding told : step.told()) {
            context.output(FINDINGS, PublishedFinding.of(news.org(), news.pod(), told));
            if (isOfClaim(told.kind())) {
                context.output(DEBTS, debt(news, told));
            }
        }
        return step.telemetry();
    }

    private static boolean isOfClaim(FindingKind kind) {
        return kind == FindingKind.UNVERIFIED_DONE || kind == FindingKind.CONTRADICTED_DONE;
    }

    /** It is people who believe a claim: working time. */
    private static DebtFact debt(PodNews news, Finding told) {
        DebtFactKind kind =
                switch (told.outcome()) {
                    case OPEN -> DebtFactKind.OPENED;
                    case RETRACTED -> DebtFactKind.RETRACTED;
                    default -> DebtFactKind.ENDED;
                };
        return DebtFact.of(
                news.org(),
                news.pod(),
                kind,
                news.at(),
                0,
                told.objectType().word(),
                told.objectId(),
                EpisodeKind.FALSE_CLAIM,
                told.id(),
                told.openedAt(),
                false);
    }

    private void tell(Telemetry known, PodNews news, Collector<PodFact> out) {
        ClaimJudged claim = news.claim();
        if (rule.counts(known, claim, news.container(), news.linked(), news.since())) {
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
    }
}
