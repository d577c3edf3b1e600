package dev.plumbline.work;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Work events of tests, in domain words. The ticket is T-1, the change C-1; a moment is "Mon 09:00"
 * of the week of 2 March 2026 (UTC), "Mon+2 09:00" two weeks later.
 */
public final class Happening {

    public static final Party ANA = human("ana");
    public static final Party BEN = human("ben");
    public static final Party CARA = human("cara");
    public static final Party ROBOT = new Party("robot", ActorKind.AGENT, "test");
    public static final Party PIPELINE = new Party("pipeline", ActorKind.SERVICE, "test");

    private static final Instant MONDAY = Instant.parse("2026-03-02T00:00:00Z");
    private static final Map<String, Integer> DAYS =
            Map.of("Mon", 0, "Tue", 1, "Wed", 2, "Thu", 3, "Fri", 4, "Sat", 5, "Sun", 6);

    private final EventType type;
    private final Instant at;
    private final Party actor;
    private final List<Link> links = new ArrayList<>();
    private String id;
    private long sequence;
    private String container;
    private String objectId;
    private String actorGroup;
    private String actorFor;
    private Party ownerFrom;
    private Party ownerTo;
    private String groupFrom;
    private String groupTo;
    private StateCategory stateFrom;
    private StateCategory stateTo;
    private Verdict verdict;
    private boolean draft;
    private String workType;
    private Result result;
    private String environment;
    private String epic;
    private String waived;
    private boolean unplanned;

    private Happening(EventType type, String moment, Party actor) {
        this.type = type;
        this.at = at(moment);
        this.actor = actor;
        this.id = type.word() + "@" + moment;
    }

    public static Happening of(EventType type, String moment, Party actor) {
        return new Happening(type, moment, actor);
    }

    public static Party human(String account) {
        return new Party(account, ActorKind.HUMAN, "test");
    }

    public static Instant at(String moment) {
        String[] parts = moment.split(" ", 2);
        int weeks = parts[0].length() > 3 ? Integer.parseInt(parts[0].substring(4)) : 0;
        int days = DAYS.get(parts[0].substring(0, 3)) + 7 * weeks;
        LocalTime time = LocalTime.parse(parts[1]);
        return MONDAY.atOffset(ZoneOffset.UTC).plusDays(days).with(time).toInstant();
    }

    public Happening to(Party owner) {
        ownerTo = owner;
        return this;
    }

    public Happening from(Party owner) {
        ownerFrom = owner;
        return this;
    }

    public Happening toGroup(String group) {
        groupTo = group;
        return this;
    }

    public Happening fromGroup(String group) {
        groupFrom = group;
        return this;
    }

    public Happening actingFor(String group) {
        actorGroup = group;
        return this;
    }

    public Happening onBehalfOf(Party person) {
        actorFor = person.account();
        return this;
    }

    public Happening into(StateCategory state) {
        stateTo = state;
        return this;
    }

    public Happening outOf(StateCategory state) {
        stateFrom = state;
        return this;
    }

    public Happening saying(Verdict said) {
        verdict = said;
        return this;
    }

    public Happening asDraft() {
        draft = true;
        return this;
    }

    public Happening ofWorkType(String type) {
        workType = type;
        return this;
    }

    public Happening ending(Result ended) {
        result = ended;
        return this;
    }

    public Happening inEnvironment(String name) {
        environment = name;
        return this;
    }

    public Happening ofEpic(String name) {
        epic = name;
        return this;
    }

    public Happening waiving(String kinds) {
        waived = kinds;
        return this;
    }

    public Happening asRepair() {
        unplanned = true;
        return this;
    }

    public Happening in(String project) {
        container = project;
        return this;
    }

    public Happening on(String object) {
        objectId = object;
        return this;
    }

    public Happening linkedTo(String rel, ObjectType linkedType, String linkedId) {
        links.add(new Link(rel, linkedType, linkedId));
        return this;
    }

    public Happening withId(String eventId) {
        id = eventId;
        return this;
    }

    public Happening withSequence(long number) {
        sequence = number;
        return this;
    }

    public WorkEvent event() {
        return new WorkEvent(
                "acme",
                id,
                type,
                at,
                sequence,
                "tool",
                container,
                objectType(),
                objectId == null ? defaultId() : objectId,
                workType,
                List.copyOf(links),
                actor,
                actorGroup,
                actorFor,
                ownerFrom,
                ownerTo,
                groupFrom,
                groupTo,
                stateFrom,
                stateTo,
                stateTo == null ? null : stateTo.word(),
                verdict,
                draft,
                result,
                environment,
                epic,
                waived,
                unplanned);
    }

    private ObjectType objectType() {
        String prefix = type.word().substring(0, type.word().indexOf('.'));
        return switch (prefix) {
            case "change" -> ObjectType.CHANGE;
            case "commit" -> ObjectType.COMMIT;
            case "agent" -> ObjectType.AGENT_SESSION;
            case "ci" -> ObjectType.PIPELINE_RUN;
            case "test" -> ObjectType.PIPELINE_RUN;
            case "deploy" -> ObjectType.DEPLOYMENT;
            case "incident" -> ObjectType.INCIDENT;
            case "plan" -> ObjectType.PLAN;
            case "source" -> ObjectType.SOURCE;
            default -> ObjectType.WORK_ITEM;
        };
    }

    private String defaultId() {
        return switch (objectType()) {
            case CHANGE -> "C-1";
            case WORK_ITEM -> "T-1";
            default -> type.word();
        };
    }
}
