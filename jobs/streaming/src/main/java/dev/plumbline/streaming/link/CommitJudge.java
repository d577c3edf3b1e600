package dev.plumbline.streaming.link;

import dev.plumbline.directory.Directory;
import dev.plumbline.pod.PodFact;
import dev.plumbline.pod.PracticeFacts;
import dev.plumbline.streaming.admit.RoutedEvent;
import dev.plumbline.streaming.verification.PodNews;
import dev.plumbline.verification.CommitRule;
import dev.plumbline.verification.CommitStep;
import dev.plumbline.verification.CommitWatch;
import dev.plumbline.verification.Finding;
import dev.plumbline.work.ObjectType;
import dev.plumbline.work.Party;
import dev.plumbline.work.WorkEvent;
import java.io.Serializable;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Consumer;

/**
 * Tells whether a commit belongs to a work item, to a change, or to nothing. One that belongs to a
 * change is not counted beside it, unless its pod had counted it before the change was known.
 */
final class CommitJudge implements Serializable {

    private static final long serialVersionUID = 1L;

    private final Directory directory;
    private final Duration forgetAfter;

    /** Where what it finds goes. */
    record Outlet(Consumer<PodFact> facts, Consumer<PodNews> news, Consumer<WorkEvent> work) {}

    CommitJudge(Directory directory, Duration forgetAfter) {
        this.directory = directory;
        this.forgetAfter = forgetAfter;
    }

    /**
     * Hears of the push, or of a link.
     *
     * @param before null where nothing is known
     */
    CommitMemory hear(CommitMemory before, RoutedEvent routed, Outlet out) {
        boolean forgotten = before != null && !routed.knownAt().isBefore(before.forgetAt());
        if (forgotten) {
            forget(before, routed.event().org(), out);
        }
        CommitMemory known = forgotten ? null : before;
        WorkEvent event = routed.event();
        if (routed.own()) {
            boolean again = known != null && known.watch() != null;
            return again ? known : pushed(known, event, out);
        }
        boolean tells =
                event.objectType() == ObjectType.WORK_ITEM
                        || event.objectType() == ObjectType.CHANGE;
        if (!tells) {
            return known;
        }
        Instant at = routed.knownAt();
        boolean byWorkItem = event.objectType() == ObjectType.WORK_ITEM;
        if (known == null || known.watch() == null) {
            boolean ofChange =
                    event.objectType() == ObjectType.CHANGE || (known != null && known.judged());
            return CommitMemory.linkedBefore(ofChange, at.plus(forgetAfter));
        }
        CommitStep step = CommitRule.linked(known.watch(), at, event.id());
        tell(known, event.org(), step.finding(), at, out);
        if (byWorkItem && !known.judged()) {
            count(known, event.org(), at, true, out);
        }
        if (byWorkItem) {
            out.news().accept(news(known, event.org(), at, null));
        }
        return known.with(step.next(), true);
    }

    /** Time came to {@code now}, and every link known by then is told. */
    CommitMemory passed(CommitMemory known, String org, Instant now, Outlet out) {
        Instant due = nextDeadline(known);
        if (due == null || now.isBefore(due)) {
            return known;
        }
        CommitStep step = CommitRule.passed(known.watch(), now);
        tell(known, org, step.finding(), due, out);
        if (!known.judged()) {
            count(known, org, due, false, out);
        }
        return known.with(step.next(), true);
    }

    /** It is forgotten: its finding, if one is open, ends. */
    void forget(CommitMemory known, String org, Outlet out) {
        if (known.watch() != null) {
            Instant at = known.forgetAt();
            tell(known, org, CommitRule.forgotten(known.watch(), at), at, out);
        }
    }

    Instant nextDeadline(CommitMemory known) {
        return known == null || known.watch() == null
                ? null
                : CommitRule.nextDeadline(known.watch());
    }

    private CommitMemory pushed(CommitMemory known, WorkEvent event, Outlet out) {
        Instant at = event.occurredAt();
        String author = Party.accountOf(event.actor());
        String pod = directory.podOf(author, null, event.container(), at);
        CommitWatch watch = CommitRule.pushed(event, directory.calendarOf(pod));
        boolean linked = watch.settled() || known != null;
        boolean ofWorkItem =
                names(event, ObjectType.WORK_ITEM) || (known != null && !known.judged());
        CommitWatch judged = linked ? CommitRule.linked(watch, at, event.id()).next() : watch;
        CommitMemory next =
                new CommitMemory(pod, event.actor(), judged, linked, at.plus(forgetAfter));
        out.work().accept(event);
        boolean ofChange = names(event, ObjectType.CHANGE) || (known != null && known.judged());
        if (linked && !ofChange) {
            count(next, event.org(), at, true, out);
        }
        if (ofWorkItem) {
            out.news().accept(news(next, event.org(), at, null));
        }
        return next;
    }

    private static void count(
            CommitMemory known, String org, Instant at, boolean linked, Outlet out) {
        out.facts()
                .accept(
                        PracticeFacts.commit(
                                org, known.pod(), at, known.watch().id(), known.author(), linked));
    }

    private static void tell(
            CommitMemory known, String org, Finding finding, Instant at, Outlet out) {
        if (finding != null) {
            out.news().accept(news(known, org, at, finding));
        }
    }

    /** Of a finding; without one of the sign that commits belong to work items here. */
    private static PodNews news(CommitMemory known, String org, Instant at, Finding finding) {
        String container = known.watch().container();
        return new PodNews(
                org,
                container == null ? "" : container,
                at,
                "commit:" + known.watch().id(),
                0,
                known.pod(),
                false,
                known.watch().pushedAt(),
                finding,
                null,
                finding == null ? PodNews.Sign.WORK_ITEM_LINK : null);
    }

    private static boolean names(WorkEvent event, ObjectType type) {
        return event.links().stream().anyMatch(link -> link.carriesWork() && link.type() == type);
    }
}
