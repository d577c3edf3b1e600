package dev.plumbline.streaming.publish;

import dev.plumbline.schema.Actor;
import dev.plumbline.schema.LateEvent;
import dev.plumbline.schema.Link;
import dev.plumbline.schema.State;
import dev.plumbline.schema.WorkObject;
import dev.plumbline.tools.json.WorkEventJson;
import dev.plumbline.work.Party;
import dev.plumbline.work.StateCategory;
import dev.plumbline.work.WorkEvent;
import java.time.Duration;
import java.util.Map;

/** What came after the lateness bound, as it is stored. */
final class LateForm implements Revised<dev.plumbline.streaming.admit.LateEvent, LateEvent> {

    private static final long serialVersionUID = 1L;

    @Override
    public Class<LateEvent> type() {
        return LateEvent.class;
    }

    @Override
    public String key(dev.plumbline.streaming.admit.LateEvent late) {
        return late.event().org() + "/" + late.event().objectId();
    }

    @Override
    public long revision(dev.plumbline.streaming.admit.LateEvent late) {
        return late.watermark().toEpochMilli();
    }

    @Override
    public LateEvent value(dev.plumbline.streaming.admit.LateEvent late) {
        WorkEvent event = late.event();
        long behind = Duration.between(event.occurredAt(), late.watermark()).toSeconds();
        return LateEvent.newBuilder()
                .setOrg(event.org())
                .setEventId(event.id())
                .setType(event.type().word())
                .setOccurredAt(event.occurredAt())
                .setObjectType(event.objectType().word())
                .setObjectId(event.objectId())
                .setWatermark(late.watermark())
                .setOrigin(late.origin())
                .setPosition(late.position())
                .setReason("late: its time was closed %d s before it came".formatted(behind))
                .setRaw(WorkEventJson.write(pseudonymous(event)))
                .setRevision(revision(late))
                .build();
    }

    private static dev.plumbline.schema.WorkEvent pseudonymous(WorkEvent event) {
        return dev.plumbline.schema.WorkEvent.newBuilder()
                .setOrg(event.org())
                .setEventId(event.id())
                .setType(event.type().word())
                .setOccurredAt(event.occurredAt())
                .setSequence(event.sequence())
                .setSource(event.source())
                .setContainer(event.container())
                .setObject(
                        WorkObject.newBuilder()
                                .setType(event.objectType().word())
                                .setId(event.objectId())
                                .setWorkType(event.workType())
                                .build())
                .setActor(event.actor() == null ? null : actor(event))
                .setOwnerFrom(Party.accountOf(event.ownerFrom()))
                .setOwnerTo(Party.accountOf(event.ownerTo()))
                .setGroupFrom(event.groupFrom())
                .setGroupTo(event.groupTo())
                .setLinks(
                        event.links().stream()
                                .filter(link -> link.type() != null)
                                .map(LateForm::link)
                                .toList())
                .setStateFrom(state(event.stateFrom(), null))
                .setStateTo(state(event.stateTo(), event.stateRaw()))
                .setVerdict(event.verdict() == null ? null : event.verdict().word())
                .setAttributes(event.draft() ? Map.of("draft", "true") : Map.of())
                .build();
    }

    private static Link link(dev.plumbline.work.Link link) {
        return Link.newBuilder()
                .setRel(link.rel())
                .setType(link.type().word())
                .setId(link.id())
                .build();
    }

    private static Actor actor(WorkEvent event) {
        return Actor.newBuilder()
                .setAccount(event.actor().account())
                .setKind(event.actor().kind().word())
                .setGroup(event.actorGroup())
                .build();
    }

    private static State state(StateCategory category, String raw) {
        if (category == null && raw == null) {
            return null;
        }
        String word = category == null ? null : category.word();
        return State.newBuilder().setRaw(raw).setCategory(word).build();
    }
}
