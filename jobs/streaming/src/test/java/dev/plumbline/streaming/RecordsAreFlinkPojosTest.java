package dev.plumbline.streaming;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plumbline.debt.DebtEntry;
import dev.plumbline.debt.DebtFact;
import dev.plumbline.debt.PodDebt;
import dev.plumbline.debt.PodHealth;
import dev.plumbline.drift.DriftEvidence;
import dev.plumbline.drift.DriftSignal;
import dev.plumbline.drift.KnownViews;
import dev.plumbline.drift.OrganisationViews;
import dev.plumbline.item.ItemSnapshot;
import dev.plumbline.item.Session;
import dev.plumbline.pod.CompletedEpisode;
import dev.plumbline.pod.MetricRow;
import dev.plumbline.pod.PodDrift;
import dev.plumbline.pod.PodFact;
import dev.plumbline.pod.PodLedger;
import dev.plumbline.pod.PodStretch;
import dev.plumbline.source.HeardContainers;
import dev.plumbline.source.SilentSource;
import dev.plumbline.source.SourceHealth;
import dev.plumbline.stall.PodWatch;
import dev.plumbline.stall.SilenceFact;
import dev.plumbline.stall.Stall;
import dev.plumbline.streaming.admit.Arrival;
import dev.plumbline.streaming.admit.LateEvent;
import dev.plumbline.streaming.admit.Rejection;
import dev.plumbline.streaming.admit.RoutedEvent;
import dev.plumbline.streaming.delivery.DeliveryFunction;
import dev.plumbline.streaming.delivery.PlanPodsFunction;
import dev.plumbline.streaming.drift.OrganisationFunction;
import dev.plumbline.streaming.item.ItemMemory;
import dev.plumbline.streaming.item.PublishedHandoff;
import dev.plumbline.streaming.link.CommitMemory;
import dev.plumbline.streaming.link.Linked;
import dev.plumbline.streaming.pod.PodTidings;
import dev.plumbline.streaming.source.HeardMinutes;
import dev.plumbline.streaming.source.SourceMemory;
import dev.plumbline.streaming.stall.DayPrior;
import dev.plumbline.streaming.stall.PodGaps;
import dev.plumbline.streaming.stall.PriorDays;
import dev.plumbline.streaming.stall.PriorFunction;
import dev.plumbline.streaming.stall.StallNews;
import dev.plumbline.streaming.verification.PodNews;
import dev.plumbline.streaming.verification.PublishedFinding;
import dev.plumbline.verification.ClaimJudged;
import dev.plumbline.verification.CommitWatch;
import dev.plumbline.verification.Finding;
import dev.plumbline.verification.Telemetry;
import dev.plumbline.verification.Verification;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.apache.flink.types.PojoTestUtils;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What travels between operators and what they remember is serialised field by field. */
class RecordsAreFlinkPojosTest {

    private static final List<Class<?>> STREAMS_AND_STATES =
            List.of(
                    Arrival.class,
                    Rejection.class,
                    LateEvent.class,
                    RoutedEvent.class,
                    Linked.class,
                    ItemMemory.class,
                    ItemSnapshot.class,
                    PublishedHandoff.class,
                    HeardMinutes.class,
                    SourceMemory.class,
                    SourceHealth.class,
                    SilentSource.class,
                    HeardContainers.class,
                    PodFact.class,
                    PodLedger.class,
                    PodStretch.class,
                    PodDrift.class,
                    DriftSignal.class,
                    CompletedEpisode.class,
                    OrganisationFunction.PodEpisodes.class,
                    OrganisationViews.class,
                    KnownViews.class,
                    PodTidings.class,
                    DebtFact.class,
                    PodDebt.class,
                    PodHealth.class,
                    DebtEntry.class,
                    DriftEvidence.class,
                    MetricRow.class,
                    PodGaps.class,
                    DayPrior.class,
                    PriorDays.class,
                    PriorFunction.Trail.class,
                    SilenceFact.class,
                    StallNews.class,
                    PodWatch.class,
                    Stall.class,
                    Session.class,
                    PodNews.class,
                    Telemetry.class,
                    CommitMemory.class,
                    DeliveryFunction.Remembered.class,
                    PlanPodsFunction.Remembered.class,
                    PublishedFinding.class,
                    Verification.class,
                    Finding.class,
                    ClaimJudged.class,
                    CommitWatch.class);

    /** A record that Flink could only hand to Kryo. */
    public record WithADuration(String name, Duration length) {}

    /** Those above and every record inside them. */
    static Set<Class<?>> records() {
        Set<Class<?>> found = new LinkedHashSet<>();
        STREAMS_AND_STATES.forEach(root -> collect(root, found));
        return found;
    }

    private static void collect(Type type, Set<Class<?>> found) {
        if (type instanceof ParameterizedType generic) {
            for (Type argument : generic.getActualTypeArguments()) {
                collect(argument, found);
            }
            return;
        }
        if (!(type instanceof Class<?> record) || !record.isRecord() || !found.add(record)) {
            return;
        }
        for (RecordComponent component : record.getRecordComponents()) {
            collect(component.getGenericType(), found);
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("records")
    void isSerialisedWithoutKryo(Class<?> record) {
        PojoTestUtils.assertSerializedAsPojoWithoutKryo(record);
    }

    @Test
    void nestedRecordsAreLookedAtToo() {
        assertThat(records())
                .extracting(Class::getSimpleName)
                .contains("WorkEvent", "Party", "Link", "ItemTimeline", "Handoff", "WindowTally");
    }

    @Test
    void aRecordThatNeedsKryoIsFound() {
        assertThatThrownBy(
                        () -> PojoTestUtils.assertSerializedAsPojoWithoutKryo(WithADuration.class))
                .isInstanceOf(AssertionError.class);
    }
}
