package dev.plumbline.tools.json;

import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The closed lists of the contract. Each maps a word to itself, so that a million parsed events
 * share one string per word instead of holding a million copies.
 */
public final class Vocabulary {
    /** Every event type there is. */
    public static final Map<String, String> EVENT_TYPES =
            words(
                    "work_item.created work_item.assigned work_item.delegated"
                            + " work_item.state_changed work_item.blocked work_item.unblocked"
                            + " work_item.linked work_item.commented work_item.edited"
                            + " work_item.time_logged"
                            + " change.opened change.ready change.drafted change.updated"
                            + " change.review_requested change.reviewed change.merged"
                            + " change.abandoned change.reopened change.reverted"
                            + " change.commented change.assigned"
                            + " commit.pushed ci.started ci.finished test.finished"
                            + " deploy.started deploy.finished deploy.rolled_back"
                            + " incident.opened incident.resolved"
                            + " agent.session_started agent.progress agent.input_required"
                            + " agent.claimed_done agent.failed"
                            + " plan.started plan.closed plan.item_added plan.item_removed"
                            + " action.started action.finished action.dropped"
                            + " source.heartbeat");

    public static final Map<String, String> OBJECT_TYPES =
            words(
                    "work_item change commit pipeline_run deployment incident agent_session plan"
                            + " action source");
    public static final Map<String, String> LINK_RELATIONS =
            words(
                    "implements closes part_of triggered_by deploys verifies reverts delegated_from"
                            + " reviews");
    public static final Map<String, String> ACTOR_KINDS = words("human agent service unknown");
    public static final Map<String, String> STATE_CATEGORIES =
            words("backlog todo active review waiting blocked done cancelled");
    public static final Map<String, String> VERDICTS =
            words("approved changes_requested commented dismissed");
    public static final Map<String, String> RESULTS = words("success failure cancelled skipped");
    public static final Map<String, String> TIME_QUALITIES = words("exact derived polled");

    private Vocabulary() {}

    private static Map<String, String> words(String list) {
        return Stream.of(list.split(" ")).collect(Collectors.toUnmodifiableMap(w -> w, w -> w));
    }
}
