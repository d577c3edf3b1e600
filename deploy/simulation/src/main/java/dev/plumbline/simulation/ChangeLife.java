package dev.plumbline.simulation;

import dev.plumbline.schema.Actor;
import dev.plumbline.schema.WorkObject;
import dev.plumbline.simulation.Pace.Phase;
import dev.plumbline.tools.EventBuilder;
import dev.plumbline.work.EventType;
import java.time.Instant;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.function.Consumer;

/** A change made for a ticket: opened, reviewed in rounds, merged. It moves the ticket's time. */
final class ChangeLife {
    private static final double LEARNT_LATER = 0.15;
    private static final double DRAFT = 0.2;
    private static final double SENT_BACK = 0.3;
    private static final int MOST_ROUNDS = 4;
    private static final int DAY_MINUTES = 20;

    final String id;
    final Member author;

    /** Productive events on it: instant → event. */
    final NavigableMap<Instant, String> works = new TreeMap<>();

    Member approver;
    Member merger;
    Instant mergedAt;
    String mergeEvent;
    String mergeCommit;
    private final TicketLife life;
    private final PodScene scene;
    private final boolean checked;

    /**
     * @param checked whether its commits are checked by the service before the merge
     */
    ChangeLife(TicketLife life, Member author, boolean checked) {
        this.life = life;
        this.scene = life.scene;
        this.author = author;
        this.checked = checked;
        this.id = scene.pod.repository() + "#" + scene.number();
    }

    /** Opened now; it names its ticket at once, or its ticket names it soon. */
    void open() {
        boolean later = life.ticket.fault() == null && scene.chance(LEARNT_LATER);
        boolean draft = !author.agent() && scene.chance(DRAFT);
        tell(
                "change.opened",
                author,
                event -> {
                    if (!later) {
                        life.named(event);
                    }
                    event.attribute("draft", draft ? "true" : null);
                });
        push(author, false);
        if (later && life.ticket.linked()) {
            life.aMoment();
            Member teller = author.agent() ? scene.pod.lead() : author;
            life.tell("work_item.linked", teller, event -> event.link("implements", "change", id));
        }
        if (draft) {
            life.work(Phase.REWORK);
            tell("change.ready", stillAuthor(), event -> {});
        }
    }

    /** Rounds of review until somebody else approves. */
    void review() {
        Member reviewer = request(scene.somebodyBut(life.now(), author));
        for (int round = 1; approver == null; round++) {
            life.work(Phase.REVIEW);
            reviewer = scene.stillOr(reviewer, life.now(), author);
            boolean back = round < MOST_ROUNDS && scene.chance(SENT_BACK);
            verdict(reviewer, back ? "changes_requested" : "approved");
            if (!back) {
                approver = reviewer;
                return;
            }
            life.work(Phase.REWORK);
            push(stillAuthor(), true);
            request(reviewer);
        }
    }

    private Member request(Member reviewer) {
        life.aMoment();
        Member asks = stillAuthor();
        Member asked = scene.stillOr(reviewer, life.now(), asks);
        tell("change.review_requested", asks, event -> event.holder(asked.github(), null));
        return asked;
    }

    private void verdict(Member reviewer, String verdict) {
        tell("change.reviewed", reviewer, event -> event.verdict(verdict));
    }

    private Member stillAuthor() {
        return scene.stillOr(author, life.now());
    }

    /** A commit on the change, checked where its commits are. */
    private void push(Member by, boolean update) {
        String sha = commit(by, scene.sha());
        if (update) {
            tell("change.updated", by, event -> {});
        }
        if (checked) {
            String result = !by.agent() && scene.chance(0.1) ? "failure" : "success";
            check(sha, life.now(), scene.between(3, DAY_MINUTES), result);
        }
    }

    private String commit(Member by, String sha) {
        WorkObject commit = EventBuilder.object("commit", sha);
        String event =
                scene.journal.github(
                        life.now(),
                        "commit.pushed",
                        commit,
                        by.onGithub(),
                        told -> life.oftenNamed(told.link("part_of", "change", id)));
        worked(event);
        return sha;
    }

    /** Merged now. */
    void merge(Member by) {
        merger = by;
        mergedAt = life.now();
        mergeCommit = scene.sha();
        mergeEvent =
                tell("change.merged", by, event -> event.attribute("merge_commit", mergeCommit));
        commit(by, mergeCommit);
    }

    /** A run of the service on that commit; returns when and by which event it ends. */
    Told check(String sha, Instant start, double minutes, String result) {
        WorkObject run =
                EventBuilder.object(
                        "pipeline_run", scene.pod.repository() + "/build/" + scene.number());
        Consumer<EventBuilder> links =
                event -> event.link("verifies", "commit", sha).link("verifies", "change", id);
        Actor service = Member.service();
        scene.journal.github(start.plusSeconds(DAY_MINUTES), "ci.started", run, service, links);
        Instant end = start.plusSeconds(DAY_MINUTES + Math.round(minutes * 60));
        String event =
                scene.journal.github(
                        end, "ci.finished", run, service, links.andThen(e -> e.result(result)));
        return new Told(end, event);
    }

    /** The service has tested it now. */
    void tested() {
        WorkObject run =
                EventBuilder.object(
                        "pipeline_run", scene.pod.repository() + "/tests/" + scene.number());
        scene.journal.github(
                life.now(),
                "test.finished",
                run,
                Member.service(),
                event -> event.link("verifies", "change", id).result("success"));
    }

    String tell(String type, Member by, Consumer<EventBuilder> more) {
        WorkObject object = new WorkObject("change", id, life.ticket.workType());
        String event = scene.journal.github(life.now(), type, object, by.onGithub(), more);
        if (EventType.ofWord(type).productive()) {
            worked(event);
        }
        return event;
    }

    private void worked(String event) {
        works.merge(life.now(), event, Told::later);
        life.workedElsewhere(life.now(), event);
    }
}
