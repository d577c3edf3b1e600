package dev.plumbline.connectors.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.schema.WorkEvent;
import dev.plumbline.tools.json.RejectedLine;
import dev.plumbline.tools.json.WorkEventJson;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class AdmissionTest {
    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");
    private static final Instant IN_2099 = Instant.parse("2099-03-02T12:00:00Z");
    private static final long NOBODY_STAMPED_IT = -1;

    private static WorkEvent at(Instant instant) throws RejectedLine {
        return WorkEventJson.parse(
                "{\"event_id\":\"1\",\"type\":\"work_item.created\",\"occurred_at\":\"%s\",\"source\":\"jira\",\"object\":{\"type\":\"work_item\",\"id\":\"PAY-1\"}}"
                        .formatted(instant));
    }

    private static boolean admits(Instant occurredAt, long storedMillis) throws RejectedLine {
        return Admission.problem(at(occurredAt), storedMillis, NOON.toEpochMilli()).isEmpty();
    }

    @Test
    void anEventOfTheFutureIsRejectedThoughItsProducerStampedItSo() throws RejectedLine {
        assertThat(Admission.problem(at(IN_2099), IN_2099.toEpochMilli(), NOON.toEpochMilli()))
                .contains(
                        "future: occurred_at 2099-03-02T12:00:00Z is more than 5 minutes ahead of"
                                + " 2026-03-02T12:00:00Z");
    }

    @Test
    void whereNobodyStampedItTheReadersClockDecides() throws RejectedLine {
        assertThat(admits(NOON.plusSeconds(300), NOBODY_STAMPED_IT)).isTrue();
        assertThat(admits(NOON.plusSeconds(301), NOBODY_STAMPED_IT)).isFalse();
    }

    @Test
    void anEventThatLayAheadWhenItWasStoredIsRejectedAlsoYearsLater() throws RejectedLine {
        long stored = NOON.minusSeconds(86_400).toEpochMilli();

        assertThat(admits(NOON.minusSeconds(86_100), stored)).isTrue();
        assertThat(admits(NOON.minusSeconds(86_099), stored)).isFalse();
    }
}
