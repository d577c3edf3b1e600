package dev.plumbline.standalone.run;

import dev.plumbline.schema.Actor;
import dev.plumbline.schema.Link;
import dev.plumbline.schema.State;
import dev.plumbline.schema.WorkEvent;
import dev.plumbline.schema.WorkObject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * Histories made by chance, each an organisation of its own named after its seed, so that a
 * difference names the history. Instants collide on purpose, and everything happens in any order a
 * tool would allow and in some that it would not.
 */
final class RandomHistories {

    private static final Instant MONDAY = Instant.parse("2026-03-02T08:00:00Z");
    private static final String[] PEOPLE = {"ana", "ben", "eva", "dan", "copilot", "ci[bot]"};
    private static final String[] GROUPS = {"team:db", "team:web"};
    private static final String[] STATES = {
        "backlog", "todo", "active", "review", "waiting", "blocked", "done", "cancelled"
    };
    private static final String[] ON_ITEMS = {
        "assigned",
        "assigned",
        "delegated",
        "state_changed",
        "state_changed",
        "commented",
        "edited",
        "blocked",
        "unblocked",
        "time_logged"
    };
    private static final String[] ON_CHANGES = {
        "review_requested", "review_requested", "reviewed", "reviewed", "updated", "commented",
        "merged", "abandoned", "reopened", "ready", "drafted", "assigned"
    };

    private final String org;
    private final Random random;
    private final List<WorkEvent> events = new ArrayList<>();

    private RandomHistories(long seed) {
        this.org = "seed-" + seed;
        this.random = new Random(seed);
    }

    /** The histories of the seeds from 1 to {@code histories}, in time order. */
    static List<WorkEvent> of(int histories) {
        List<WorkEvent> all = new ArrayList<>();
        for (long seed = 1; seed <= histories; seed++) {
            all.addAll(new RandomHistories(seed).generate());
        }
        all.sort(Histories.IN_TIME);
        return all;
    }

    private List<WorkEvent> generate() {
        int count = 10 + random.nextInt(80);
        long minutes = 0;
        for (int i = 0; i < count; i++) {
            minutes += random.nextInt(4) == 0 ? 0 : random.nextInt(600);
            Instant at = MONDAY.plusSeconds(60 * minutes);
            switch (random.nextInt(15)) {
                case 0, 1, 2, 3 -> onItem(i, at);
                case 4, 5, 6, 7 -> onChange(i, at);
                case 8 -> commit(i, at);
                case 9 -> session(i, at);
                case 10 -> check(i, at);
                case 11 -> deployment(i, at);
                case 12 -> incident(i, at);
                case 13 -> plan(i, at);
                default -> linkToldLate(i, at);
            }
        }
        return events;
    }

    private void onItem(int i, Instant at) {
        String id = "T-" + random.nextInt(3);
        boolean first = events.stream().noneMatch(event -> event.getObject().getId().equals(id));
        String what = first && random.nextInt(4) > 0 ? "created" : any(ON_ITEMS);
        WorkEvent event = event(i, at, "work_item." + what, "work_item", id);
        if (what.equals("assigned") || what.equals("delegated") || random.nextInt(8) == 0) {
            event.setOwnerTo(random.nextInt(5) == 0 ? null : any(PEOPLE));
            event.setGroupTo(random.nextInt(2) == 0 ? null : any(GROUPS));
        }
        if (what.equals("state_changed") || random.nextInt(8) == 0) {
            event.setStateTo(State.newBuilder().setCategory(any(STATES)).build());
        }
        events.add(event);
    }

    private void onChange(int i, Instant at) {
        String id = "PR-" + random.nextInt(3);
        boolean first = events.stream().noneMatch(event -> event.getObject().getId().equals(id));
        String what = first ? "opened" : any(ON_CHANGES);
        WorkEvent event = event(i, at, "change." + what, "change", id);
        if (what.equals("review_requested") || what.equals("assigned")) {
            event.setOwnerTo(random.nextInt(3) == 0 ? null : any(PEOPLE));
        }
        if (what.equals("reviewed")) {
            event.setVerdict(any("approved", "changes_requested", "commented", "dismissed"));
        }
        if (what.equals("merged") && random.nextInt(3) > 0) {
            event.setAttributes(Map.of("merge_commit", commitName()));
        }
        if (random.nextInt(4) == 0) {
            link(event, any("implements", "closes"), "work_item", "T-" + random.nextInt(3));
        }
        events.add(event);
    }

    private void commit(int i, Instant at) {
        WorkEvent event = event(i, at, "commit.pushed", "commit", commitName());
        if (random.nextInt(3) > 0) {
            link(event, "implements", "work_item", "T-" + random.nextInt(3));
        }
        if (random.nextInt(3) > 0) {
            link(event, "part_of", "change", "PR-" + random.nextInt(3));
        }
        events.add(event);
    }

    private void check(int i, Instant at) {
        WorkEvent event =
                event(i, at, any("ci.finished", "test.finished"), "pipeline_run", "run-" + i);
        event.setResult(any("success", "failure", "cancelled"));
        if (random.nextInt(3) > 0) {
            link(event, "verifies", "commit", commitName());
        } else {
            link(event, "verifies", "change", "PR-" + random.nextInt(3));
        }
        events.add(event);
    }

    private void deployment(int i, Instant at) {
        String what = any("started", "finished", "finished", "rolled_back");
        WorkEvent event = event(i, at, "deploy." + what, "deployment", "D-" + random.nextInt(3));
        event.setResult(what.equals("finished") ? any("success", "failure") : null);
        event.setEnvironment(any("production", "production", "staging"));
        if (random.nextInt(2) == 0) {
            link(event, "deploys", "change", "PR-" + random.nextInt(3));
        } else {
            link(event, "deploys", "commit", commitName());
        }
        events.add(event);
    }

    private void incident(int i, Instant at) {
        WorkEvent event =
                event(
                        i,
                        at,
                        "incident." + any("opened", "resolved"),
                        "incident",
                        "I-" + random.nextInt(2));
        link(event, "triggered_by", "deployment", "D-" + random.nextInt(3));
        events.add(event);
    }

    private void plan(int i, Instant at) {
        String what = any("started", "item_added", "item_added", "item_removed", "closed");
        WorkEvent event = event(i, at, "plan." + what, "plan", "P-" + random.nextInt(2));
        if (what.startsWith("item")) {
            link(event, "part_of", "work_item", "T-" + random.nextInt(3));
        }
        events.add(event);
    }

    /** A ticket names what belongs to it, whatever that has done already. */
    private void linkToldLate(int i, Instant at) {
        WorkEvent event = event(i, at, "work_item.linked", "work_item", "T-" + random.nextInt(3));
        switch (random.nextInt(3)) {
            case 0 -> link(event, "implements", "change", "PR-" + random.nextInt(3));
            case 1 -> link(event, "implements", "commit", commitName());
            default -> link(event, "implements", "agent_session", "S-" + random.nextInt(2));
        }
        events.add(event);
    }

    private String commitName() {
        return "sha-" + random.nextInt(6);
    }

    private void session(int i, Instant at) {
        String what =
                any("session_started", "progress", "claimed_done", "input_required", "failed");
        WorkEvent event = event(i, at, "agent." + what, "agent_session", "S-" + random.nextInt(2));
        if (what.equals("session_started")) {
            link(event, "implements", "work_item", "T-" + random.nextInt(3));
        }
        events.add(event);
    }

    private WorkEvent event(int i, Instant at, String type, String objectType, String id) {
        String account = any(PEOPLE);
        return WorkEvent.newBuilder()
                .setOrg(org)
                .setEventId(org + ":" + i)
                .setType(type)
                .setOccurredAt(at)
                .setSequence(random.nextInt(2))
                .setSource("random")
                .setContainer("random:" + any("one", "two"))
                .setObject(WorkObject.newBuilder().setType(objectType).setId(id).build())
                .setActor(Actor.newBuilder().setAccount(account).build())
                .build();
    }

    private static void link(WorkEvent event, String rel, String type, String id) {
        List<Link> links = new ArrayList<>(event.getLinks());
        links.add(Link.newBuilder().setRel(rel).setType(type).setId(id).build());
        event.setLinks(links);
    }

    private String any(String... choices) {
        return choices[random.nextInt(choices.length)];
    }
}
