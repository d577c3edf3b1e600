package dev.plumbline.streaming.admit;

import dev.plumbline.admission.Parties;
import dev.plumbline.connectors.Arrivals;
import dev.plumbline.directory.Directory;
import dev.plumbline.privacy.Pseudonyms;
import dev.plumbline.privacy.RawText;
import dev.plumbline.schema.Actor;
import dev.plumbline.schema.RejectedEvent;
import dev.plumbline.schema.State;
import dev.plumbline.work.ActorKind;
import dev.plumbline.work.EventType;
import dev.plumbline.work.Link;
import dev.plumbline.work.ObjectType;
import dev.plumbline.work.Party;
import dev.plumbline.work.Result;
import dev.plumbline.work.StateCategory;
import dev.plumbline.work.Verdict;
import dev.plumbline.work.WorkEvent;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.api.common.typeinfo.TypeInformation;

/** Turns Avro work events into the words of the domain, inside the source. */
public final class WorkArrivals implements Arrivals<Arrival> {

    private static final long serialVersionUID = 1L;

    private static final String DEFAULT_ORG = "default";

    private final Directory directory;
    private final Parties parties;

    /**
     * @param directory with the clear names
     */
    public WorkArrivals(Directory directory, Pseudonyms pseudonyms) {
        this.directory = directory;
        this.parties = new Parties(directory, pseudonyms);
    }

    @Override
    public Arrival event(dev.plumbline.schema.WorkEvent event, String origin, long position) {
        return new Arrival(resolve(event), null, origin, position);
    }

    @Override
    public Arrival rejected(RejectedEvent rejected) {
        Rejection rejection =
                new Rejection(
                        organisation(rejected.getOrg()),
                        rejected.getOrigin(),
                        rejected.getPosition(),
                        rejected.getReason(),
                        rejected.getEventId(),
                        RawText.pseudonymised(rejected.getRaw(), parties::pseudonym),
                        rejected.getRawBytes());
        return new Arrival(null, rejection, rejected.getOrigin(), rejected.getPosition());
    }

    @Override
    public TypeInformation<Arrival> type() {
        return TypeInformation.of(Arrival.class);
    }

    @Override
    public long timestampMillis(Arrival arrival) {
        return arrival.event() == null
                ? Long.MIN_VALUE
                : arrival.event().occurredAt().toEpochMilli();
    }

    private WorkEvent resolve(dev.plumbline.schema.WorkEvent event) {
        Actor actor = event.getActor();
        State stateTo = event.getStateTo();
        return new WorkEvent(
                organisation(event.getOrg()),
                event.getEventId(),
                EventType.ofWord(event.getType()),
                event.getOccurredAt(),
                event.getSequence(),
                event.getSource(),
                event.getContainer(),
                ObjectType.ofWord(event.getObject().getType()),
                event.getObject().getId(),
                event.getObject().getWorkType(),
                links(event),
                actor == null ? null : party(actor),
                actor == null ? null : actor.getGroup(),
                actor == null ? null : actsFor(actor),
                parties.of(event.getOwnerFrom(), null),
                parties.of(event.getOwnerTo(), kindOfReceiver(event)),
                event.getGroupFrom(),
                event.getGroupTo(),
                category(event.getSource(), event.getStateFrom()),
                category(event.getSource(), stateTo),
                stateTo == null ? null : stateTo.getRaw(),
                Verdict.ofWord(event.getVerdict()),
                "true".equals(event.getAttributes().get("draft")),
                Result.ofWord(event.getResult()),
                event.getEnvironment(),
                event.getAttributes().get("epic"),
                event.getAttributes().get("waived"),
                "true".equals(event.getAttributes().get("unplanned")));
    }

    private Party party(Actor actor) {
        ActorKind stated = ActorKind.ofWord(actor.getKind());
        return parties.of(actor.getAccount(), stated, actor.getAgent() != null);
    }

    /**
     * People act for others too, at a service desk; what they do is their own word all the same.
     */
    private String actsFor(Actor actor) {
        if (party(actor).kind() != ActorKind.AGENT) {
            return null;
        }
        return Party.accountOf(parties.of(actor.getOnBehalfOf(), null));
    }

    /** Tools delegate to agents only; of whom else they assign they do not say what he is. */
    private static ActorKind kindOfReceiver(dev.plumbline.schema.WorkEvent event) {
        boolean delegated = EventType.WORK_ITEM_DELEGATED.word().equals(event.getType());
        return delegated ? ActorKind.AGENT : null;
    }

    /** An event that names no organisation belongs to the directory's. */
    private String organisation(String org) {
        return DEFAULT_ORG.equals(org) ? directory.organisation() : org;
    }

    private StateCategory category(String source, State state) {
        if (state == null) {
            return null;
        }
        StateCategory stated = StateCategory.ofWord(state.getCategory());
        return stated != null ? stated : directory.categoryOf(source, state.getRaw());
    }

    private static List<Link> links(dev.plumbline.schema.WorkEvent event) {
        String mergeCommit = event.getAttributes().get("merge_commit");
        if (event.getLinks().isEmpty() && mergeCommit == null) {
            return List.of();
        }
        List<Link> links = new ArrayList<>(event.getLinks().size() + 1);
        if (mergeCommit != null) {
            links.add(new Link(Link.MERGED_AS, ObjectType.COMMIT, mergeCommit));
        }
        for (dev.plumbline.schema.Link link : event.getLinks()) {
            links.add(new Link(link.getRel(), ObjectType.ofWord(link.getType()), link.getId()));
        }
        return links;
    }
}
