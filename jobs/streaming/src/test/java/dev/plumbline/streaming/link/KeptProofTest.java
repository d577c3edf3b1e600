package dev.plumbline.streaming.link;

import static dev.plumbline.streaming.Told.at;
import static dev.plumbline.streaming.Told.change;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.streaming.Told;
import dev.plumbline.streaming.admit.RoutedEvent;
import dev.plumbline.work.EventType;
import dev.plumbline.work.ObjectType;
import dev.plumbline.work.Result;
import dev.plumbline.work.Verdict;
import dev.plumbline.work.WorkEvent;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Which proof is kept where three can be. */
class KeptProofTest {

    private static final RoutedEvent OPENED = told(change(EventType.CHANGE_OPENED, at("02T09:00")));
    private static final RoutedEvent MERGED = told(change(EventType.CHANGE_MERGED, at("02T10:00")));

    private static RoutedEvent told(WorkEvent event) {
        return RoutedEvent.linked(ObjectType.CHANGE, "C-1", event);
    }

    private static RoutedEvent build(String number, String moment, Result result) {
        return told(
                with(
                        EventType.CI_FINISHED,
                        ObjectType.PIPELINE_RUN,
                        "build/" + number,
                        at(moment),
                        result,
                        null));
    }

    private static RoutedEvent reviewed(String moment, Verdict verdict) {
        return told(
                with(
                        EventType.CHANGE_REVIEWED,
                        ObjectType.CHANGE,
                        "C-1",
                        at(moment),
                        null,
                        verdict));
    }

    private static WorkEvent with(
            EventType type,
            ObjectType object,
            String id,
            Instant at,
            Result result,
            Verdict verdict) {
        WorkEvent plain = Told.event(type, object, id, at, null, null);
        return new WorkEvent(
                plain.org(),
                plain.id(),
                type,
                at,
                0,
                plain.source(),
                null,
                object,
                id,
                null,
                List.of(),
                plain.actor(),
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                verdict,
                false,
                result,
                null,
                null,
                null,
                false);
    }

    private static List<RoutedEvent> kept(RoutedEvent... told) {
        List<RoutedEvent> kept = List.of();
        for (RoutedEvent one : told) {
            kept = KeptProof.with(kept, one, 3);
        }
        return kept;
    }

    @Test
    void ofOnePipelineTheLatestRunIsKept() {
        RoutedEvent red = build("7", "02T10:20", Result.FAILURE);
        RoutedEvent green = build("8", "02T12:30", Result.SUCCESS);

        assertThat(kept(OPENED, MERGED, red, green)).containsExactly(OPENED, MERGED, green);
    }

    @Test
    void aCancelledRunReplacesNoFailure() {
        RoutedEvent red = build("7", "02T10:20", Result.FAILURE);
        RoutedEvent cancelled = build("8", "02T12:30", Result.CANCELLED);

        assertThat(kept(OPENED, MERGED, red, cancelled)).containsExactly(OPENED, MERGED, red);
    }

    @Test
    void anApprovalOutlivesCommentsAndRuns() {
        RoutedEvent approved = reviewed("02T09:30", Verdict.APPROVED);
        RoutedEvent commented = reviewed("02T09:40", Verdict.COMMENTED);
        RoutedEvent green = build("7", "02T10:20", Result.SUCCESS);

        assertThat(kept(OPENED, approved, commented, green))
                .containsExactly(OPENED, approved, green);
        assertThat(kept(OPENED, approved, green, MERGED)).containsExactly(OPENED, approved, MERGED);
    }
}
