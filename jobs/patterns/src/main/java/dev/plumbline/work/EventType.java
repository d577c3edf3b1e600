package dev.plumbline.work;

import java.util.HashMap;
import java.util.Map;

/**
 * What happened. A <em>productive</em> event is a sign of work: it picks up a handoff and ends a
 * silence. Assigning, editing, labels, ranking, links and heartbeats are not.
 */
public enum EventType {
    WORK_ITEM_CREATED("work_item.created", false),
    WORK_ITEM_ASSIGNED("work_item.assigned", false),
    WORK_ITEM_DELEGATED("work_item.delegated", false),
    WORK_ITEM_STATE_CHANGED("work_item.state_changed", true),
    WORK_ITEM_BLOCKED("work_item.blocked", true),
    WORK_ITEM_UNBLOCKED("work_item.unblocked", true),
    WORK_ITEM_LINKED("work_item.linked", false),
    WORK_ITEM_COMMENTED("work_item.commented", true),
    WORK_ITEM_EDITED("work_item.edited", false),
    WORK_ITEM_TIME_LOGGED("work_item.time_logged", true),
    CHANGE_OPENED("change.opened", true),
    CHANGE_READY("change.ready", true),
    CHANGE_DRAFTED("change.drafted", true),
    CHANGE_UPDATED("change.updated", true),
    CHANGE_REVIEW_REQUESTED("change.review_requested", false),
    CHANGE_REVIEWED("change.reviewed", true),
    CHANGE_MERGED("change.merged", true),
    CHANGE_ABANDONED("change.abandoned", true),
    CHANGE_REOPENED("change.reopened", true),
    CHANGE_REVERTED("change.reverted", true),
    CHANGE_COMMENTED("change.commented", true),
    CHANGE_ASSIGNED("change.assigned", false),
    COMMIT_PUSHED("commit.pushed", true),
    CI_STARTED("ci.started", false),
    CI_FINISHED("ci.finished", false),
    TEST_FINISHED("test.finished", false),
    DEPLOY_STARTED("deploy.started", true),
    DEPLOY_FINISHED("deploy.finished", false),
    DEPLOY_ROLLED_BACK("deploy.rolled_back", false),
    INCIDENT_OPENED("incident.opened", false),
    INCIDENT_RESOLVED("incident.resolved", false),
    AGENT_SESSION_STARTED("agent.session_started", true),
    AGENT_PROGRESS("agent.progress", true),
    AGENT_INPUT_REQUIRED("agent.input_required", true),
    AGENT_CLAIMED_DONE("agent.claimed_done", true),
    AGENT_FAILED("agent.failed", false),
    PLAN_STARTED("plan.started", false),
    PLAN_CLOSED("plan.closed", false),
    PLAN_ITEM_ADDED("plan.item_added", false),
    PLAN_ITEM_REMOVED("plan.item_removed", false),
    ACTION_STARTED("action.started", false),
    ACTION_FINISHED("action.finished", false),
    ACTION_DROPPED("action.dropped", false),
    SOURCE_HEARTBEAT("source.heartbeat", false);

    private static final Map<String, EventType> BY_WORD = new HashMap<>();

    static {
        for (EventType type : values()) {
            BY_WORD.put(type.word, type);
        }
    }

    private final String word;
    private final boolean productive;

    EventType(String word, boolean productive) {
        this.word = word;
        this.productive = productive;
    }

    /** The word used in events and in the store. */
    public String word() {
        return word;
    }

    /** A sign of work, if done by somebody who is not a service. */
    public boolean productive() {
        return productive;
    }

    /**
     * What is proof, or disproof, that work on the object was really done: an item hears of it over
     * its links whoever did it, and also when the link is told later.
     */
    public boolean evidence() {
        return switch (this) {
            case CHANGE_OPENED,
                    CHANGE_REOPENED,
                    CHANGE_REVIEWED,
                    CHANGE_MERGED,
                    CHANGE_ABANDONED,
                    CHANGE_REVERTED,
                    CI_FINISHED,
                    TEST_FINISHED,
                    DEPLOY_FINISHED,
                    DEPLOY_ROLLED_BACK,
                    AGENT_CLAIMED_DONE,
                    AGENT_FAILED ->
                    true;
            default -> false;
        };
    }

    /** The type of that word, {@code null} for null and for a word that is none. */
    public static EventType ofWord(String word) {
        return BY_WORD.get(word);
    }
}
