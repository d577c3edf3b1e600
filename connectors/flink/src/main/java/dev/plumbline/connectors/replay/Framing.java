package dev.plumbline.connectors.replay;

import dev.plumbline.connectors.avro.RecordForm;
import dev.plumbline.schema.RejectedEvent;
import dev.plumbline.schema.WorkEvent;
import dev.plumbline.tools.json.EventFile;
import dev.plumbline.tools.json.Plausibility;
import dev.plumbline.tools.json.RejectedLine;
import dev.plumbline.tools.json.Rejection;
import dev.plumbline.tools.json.WorkEventJson;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;

/** Lines become frames and are counted; events of the future become rejected lines. */
final class Framing {
    private static final byte[] NO_HEADER = {};

    private final RecordForm<WorkEvent> events = RecordForm.of(WorkEvent.class);
    private final RecordForm<RejectedEvent> rejections = RecordForm.of(RejectedEvent.class);
    private final Tally tally = new Tally();
    private final Instant now;

    Framing(Instant now) {
        this.now = now;
    }

    /**
     * @param origin index of the file
     * @param originName the file as the user named it
     */
    Frame frame(EventFile.Line line, int origin, String originName) {
        if (!line.isEvent()) {
            return frame(line.rejected(), origin, line.number());
        }
        Optional<String> future = Plausibility.future(line.event(), now);
        if (future.isPresent()) {
            return frame(fromTheFuture(line, originName, future.get()), origin, line.number());
        }
        WorkEvent event = line.event();
        tally.event(event);
        return new Frame(
                event.getOccurredAt().toEpochMilli(),
                event.getSequence(),
                event.getEventId(),
                false,
                origin,
                line.number(),
                events.write(NO_HEADER, event));
    }

    ReplaySummary summary() {
        return tally.summary();
    }

    private Frame frame(RejectedEvent rejected, int origin, long position) {
        tally.rejected(rejected);
        byte[] payload = rejections.write(NO_HEADER, rejected);
        return new Frame(Long.MIN_VALUE, 0, "", true, origin, position, payload);
    }

    private static RejectedEvent fromTheFuture(
            EventFile.Line line, String originName, String reason) {
        String json = WorkEventJson.write(line.event());
        long length = json.getBytes(StandardCharsets.UTF_8).length;
        RejectedEvent rejected =
                Rejection.of(originName, line.number(), new RejectedLine(reason), json, length);
        rejected.setOrg(line.event().getOrg());
        rejected.setEventId(line.event().getEventId());
        return rejected;
    }
}
