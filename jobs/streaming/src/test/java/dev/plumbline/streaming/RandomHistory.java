package dev.plumbline.streaming;

import dev.plumbline.schema.Actor;
import dev.plumbline.schema.Link;
import dev.plumbline.schema.State;
import dev.plumbline.schema.WorkEvent;
import dev.plumbline.schema.WorkObject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Random;

/**
 * Four weeks of two pods, made by chance: tickets, changes, commits, checks, sessions, deployments,
 * incidents and plans, links that are told late, and days on which nobody says anything.
 */
final class RandomHistory {

    static final Instant MONDAY = Instant.parse("2026-03-02T07:00:00Z");

    private final Random random;
    private final List<WorkEvent> events = new ArrayList<>();

    private RandomHistory(long seed) {
        random = new Random(seed);
    }

    /** In time order. */
    static List<WorkEvent> of(long seed) {
        RandomHistory history = new RandomHistory(seed);
        Instant at = MONDAY;
        for (int i = 0; i < 600; i++) {
            boolean pause = random(history, 40) == 0;
            at = at.plusSeconds(60L * (pause ? random(history, 3 * 24 * 60) : random(history, 90)));
            history.happens(i, at);
        }
        return history.events;
    }

    private static int random(RandomHistory history, int bound) {
        return history.random.nextInt(bound);
    }

    private void happens(int i, Instant at) {
        String ticket = "T-" + random.nextInt(8);
        String change = "PR-" + random.nextInt(6);
        String commit = "sha-" + random.nextInt(20);
        String deployment = "D-" + random.nextInt(5);
        switch (random.nextInt(14)) {
            case 0, 1, 2 -> {
                WorkEvent event = event(i, at, "work_item.state_changed", "work_item", ticket);
                String state = any("todo", "active", "active", "review", "waiting", "done");
                event.setStateTo(State.newBuilder().setCategory(state).build());
            }
            case 3 -> event(i, at, "work_item.assigned", "work_item", ticket).setOwnerTo(person());
            case 4 -> event(i, at, "work_item.commented", "work_item", ticket);
            case 5 ->
                    link(
                            event(i, at, "work_item.linked", "work_item", ticket),
                            "implemented_by",
                            any("change", "commit"),
                            random.nextBoolean() ? change : commit);
            case 6, 7 -> onChange(i, at, change, ticket, commit);
            case 8 -> {
                WorkEvent push = event(i, at, "commit.pushed", "commit", commit);
                if (random.nextBoolean()) {
                    link(push, "implements", "work_item", ticket);
                }
            }
            case 9 -> {
                WorkEvent check = event(i, at, "ci.finished", "pipeline_run", "run-" + i);
                check.setResult(any("success", "failure"));
                link(check, "verifies", "commit", commit);
            }
            case 10, 11 -> {
                String what = any("session_started", "progress", "progress", "claimed_done");
                WorkEvent session =
                        event(i, at, "agent." + what, "agent_session", "S-" + random.nextInt(4));
                session.setActor(Actor.newBuilder().setAccount("copilot").build());
                if (what.equals("session_started")) {
                    link(session, "implements", "work_item", ticket);
                }
            }
            case 12 -> onDeployment(i, at, deployment, change);
            default -> {
                String what = any("started", "item_added", "item_added", "item_removed", "closed");
                WorkEvent plan = event(i, at, "plan." + what, "plan", "P-" + random.nextInt(2));
                if (what.startsWith("item")) {
                    link(plan, "part_of", "work_item", ticket);
                }
            }
        }
    }

    private void onChange(int i, Instant at, String change, String ticket, String commit) {
        String what = any("opened", "reviewed", "updated", "merged", "merged", "review_requested");
        WorkEvent event = event(i, at, "change." + what, "change", change);
        if (what.equals("reviewed")) {
            event.setVerdict(any("approved", "changes_requested"));
        }
        if (what.equals("review_requested")) {
            event.setOwnerTo(person());
        }
        if (what.equals("merged")) {
            event.getAttributes().put("merge_commit", commit);
        }
        if (what.equals("opened") && random.nextInt(3) > 0) {
            link(event, any("implements", "closes"), "work_item", ticket);
        }
    }

    private void onDeployment(int i, Instant at, String deployment, String change) {
        if (random.nextInt(3) == 0) {
            String what = any("opened", "resolved");
            WorkEvent incident = event(i, at, "incident." + what, "incident", "I-1");
            link(incident, "triggered_by", "deployment", deployment);
            return;
        }
        String what = any("finished", "finished", "rolled_back");
        WorkEvent event = event(i, at, "deploy." + what, "deployment", deployment);
        event.setResult(any("success", "failure"));
        event.setEnvironment("production");
        link(event, "deploys", "change", change);
    }

    private WorkEvent event(int i, Instant at, String type, String objectType, String id) {
        WorkEvent event =
                WorkEvent.newBuilder()
                        .setOrg("acme")
                        .setEventId("event-" + i)
                        .setType(type)
                        .setOccurredAt(at)
                        .setSequence(random.nextInt(2))
                        .setSource("tool")
                        .setContainer("tool:" + any("one", "two"))
                        .setObject(WorkObject.newBuilder().setType(objectType).setId(id).build())
                        .setActor(Actor.newBuilder().setAccount(person()).build())
                        .setAttributes(new HashMap<>())
                        .build();
        events.add(event);
        return event;
    }

    private static void link(WorkEvent event, String rel, String type, String id) {
        List<Link> links = new ArrayList<>(event.getLinks());
        links.add(Link.newBuilder().setRel(rel).setType(type).setId(id).build());
        event.setLinks(links);
    }

    private String person() {
        return any("ana", "ben", "eva", "dan", "copilot");
    }

    private String any(String... choices) {
        return choices[random.nextInt(choices.length)];
    }
}
