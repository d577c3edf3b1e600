package dev.plumbline.tools.git;

import dev.plumbline.schema.Actor;
import dev.plumbline.schema.WorkObject;
import dev.plumbline.tools.EventBuilder;
import dev.plumbline.tools.EventSink;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Commits as work events, oldest first.
 *
 * <p>Every commit is {@code commit.pushed} at its commit time by its author. One that somebody else
 * let in is also a change, opened when it was authored and merged when it was committed: between
 * the two it waited for a reviewer. The history does not say when each reviewer spoke, so reviews
 * stand at the commit time, marked as derived.
 */
public final class CommitEvents {
    private final History history;
    private final EventSink out;
    private final Map<String, String> changeOfCommit = new HashMap<>();
    private final Set<String> changes = new HashSet<>();

    public CommitEvents(History history, EventSink out) {
        this.history = history;
        this.out = out;
    }

    /** Writes the events of the next commit. */
    public void write(Commit commit) {
        String change = commit.reviewed() ? changeId(commit) : null;
        if (change != null) {
            changeOfCommit.put(commit.sha(), change);
            writeChange(commit, change);
        }
        writePush(commit, change);
        writeReverts(commit);
    }

    /** A change id that comes a second time, as in a cherry-pick, is a change of its own. */
    private String changeId(Commit commit) {
        String key = commit.changeId() == null ? commit.sha() : commit.changeId();
        String id = history.container() + ":" + key;
        return changes.add(id) ? id : id + "@" + commit.sha();
    }

    private void writeChange(Commit commit, String change) {
        Instant merged = commit.committedAt();
        Instant opened = commit.authoredAt().isAfter(merged) ? merged : commit.authoredAt();
        EventBuilder opening = change(change, "opened", opened, 0, null).actor(authorOf(commit));
        commit.ticketKeys()
                .forEach(key -> opening.link("implements", "work_item", history.ticket(key)));
        out.event(opening.build());
        out.event(
                change(change, "review_requested", opened, 1, null)
                        .derived()
                        .actor(authorOf(commit))
                        .build());
        int signatures = 0;
        for (Person reviewer : commit.named("reviewed-by")) {
            out.event(
                    change(change, "reviewed", merged, 10 + ++signatures, reviewer)
                            .derived()
                            .verdict("approved")
                            .build());
        }
        for (Person tester : commit.named("tested-by")) {
            writeTest(change, merged, ++signatures, tester);
        }
        long last = 11L + signatures;
        out.event(
                change(change, "merged", merged, last, commit.committer())
                        .attribute("merge_commit", commit.sha())
                        .build());
    }

    /** Ids name no account: they are kept where accounts are only kept as pseudonyms. */
    private EventBuilder change(
            String change, String verb, Instant at, long sequence, Person actor) {
        String id = change + ":" + verb + (verb.equals("reviewed") ? ":" + (sequence - 10) : "");
        WorkObject object = EventBuilder.object("change", change);
        return EventBuilder.of("git", "change." + verb, id, at, object)
                .sequence(sequence)
                .container(history.container())
                .actor(actor == null ? null : actor.actor());
    }

    private void writeTest(String change, Instant at, int signature, Person tester) {
        String run = change + ":tested:" + signature;
        WorkObject object = EventBuilder.object("pipeline_run", run);
        out.event(
                EventBuilder.of("git", "test.finished", run, at, object)
                        .sequence(10L + signature)
                        .container(history.container())
                        .actor(tester.actor())
                        .derived()
                        .result("success")
                        .link("verifies", "change", change)
                        .build());
    }

    private void writePush(Commit commit, String change) {
        String id = history.container() + ":" + commit.sha();
        WorkObject object = EventBuilder.object("commit", commit.sha());
        EventBuilder push =
                EventBuilder.of("git", "commit.pushed", id, commit.committedAt(), object)
                        .sequence(5)
                        .container(history.container())
                        .actor(authorOf(commit))
                        .attribute("agents", String.join(",", commit.agents()))
                        .attribute("merge", commit.merge() ? "true" : null)
                        .link("part_of", "change", change)
                        .link("part_of", "change", history.pullRequest(commit.pullRequest()));
        commit.ticketKeys()
                .forEach(key -> push.link("implements", "work_item", history.ticket(key)));
        commit.reverts().forEach(sha -> push.link("reverts", "commit", sha));
        out.event(push.build());
    }

    private void writeReverts(Commit commit) {
        for (String sha : commit.reverts()) {
            String change = changeOfCommit.get(sha);
            if (change == null) {
                continue;
            }
            WorkObject object = EventBuilder.object("change", change);
            String id = change + ":reverted:" + commit.sha();
            out.event(
                    EventBuilder.of("git", "change.reverted", id, commit.committedAt(), object)
                            .sequence(20)
                            .container(history.container())
                            .actor(authorOf(commit))
                            .build());
        }
    }

    /** The author, with the agent that drove the account where a trailer names one. */
    private static Actor authorOf(Commit commit) {
        Actor actor = commit.author().actor();
        List<String> agents = commit.agents();
        if (actor != null && actor.getKind() == null && !agents.isEmpty()) {
            actor.setAgent(agents.get(0));
        }
        return actor;
    }
}
