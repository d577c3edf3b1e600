package dev.plumbline.pod;

import dev.plumbline.work.ActorKind;
import dev.plumbline.work.Party;
import java.time.Instant;

/** Facts of the families of metrics of the pod "red", in domain words. */
final class FamilyFacts {

    private FamilyFacts() {}

    /** A change of that author, its phases in hours; null where it did not go through one. */
    static PodFact merged(String change, Instant at, Party author, MergedChange merged) {
        FinishedItem finished =
                new FinishedItem(
                        3600L,
                        null,
                        0,
                        0,
                        0,
                        1,
                        0,
                        false,
                        0,
                        null,
                        new WorkCategory(null, null),
                        false,
                        merged);
        return Facts.finished(change, at, finished, author);
    }

    static MergedChange by(Party author) {
        return new MergedChange(
                author.kind(), author.account(), null, null, null, null, null, true, true, false);
    }

    static MergedChange unreviewed(Party author) {
        return new MergedChange(
                author.kind(), author.account(), null, null, null, null, null, false, true, false);
    }

    static MergedChange unlinked(Party author) {
        return new MergedChange(
                author.kind(), author.account(), null, null, null, null, null, true, false, false);
    }

    static MergedChange firstSeenLate(Party author) {
        return new MergedChange(
                author.kind(), author.account(), null, null, null, null, null, true, null, false);
    }

    static MergedChange phases(
            Party author, Long pickup, Long reviewers, Long byAuthor, Long rework, Long delay) {
        return new MergedChange(
                author.kind(),
                author.account(),
                hours(pickup),
                hours(reviewers),
                hours(byAuthor),
                hours(rework),
                hours(delay),
                true,
                true,
                false);
    }

    static PodFact reworked(String change, Instant at, Party author) {
        return fact(PodFactKind.AGENT_CHANGE_REWORKED, at, change, change, author, null, null);
    }

    static PodFact deployed(String change, Instant at, Party author, long deploy, Long lead) {
        DeployedChange deployed =
                new DeployedChange(author.kind(), author.account(), deploy * 3600, hours(lead));
        return new PodFact(
                "acme",
                "red",
                PodFactKind.CHANGE_DEPLOYED,
                at,
                change,
                0,
                change,
                author.kind(),
                author.account(),
                null,
                null,
                false,
                null,
                null,
                null,
                null,
                deployed,
                null,
                null);
    }

    static PodFact commit(String sha, Instant at, Party by, boolean linked) {
        PodFactKind kind = linked ? PodFactKind.COMMIT_LINKED : PodFactKind.COMMIT_UNLINKED;
        return fact(kind, at, "commit:" + sha, sha, by, null, null);
    }

    static PodFact planned(String plan, Instant at, String item, WorkCategory category) {
        return fact(PodFactKind.PLAN_ITEM_ADDED, at, item, plan, null, null, category);
    }

    static PodFact plan(PodFactKind kind, String plan, Instant at) {
        return fact(kind, at, "plan:" + plan, plan, null, at, null);
    }

    /** A plan that had started before it concerned the pod. */
    static PodFact planJoined(String plan, Instant at, Instant startedAt) {
        return fact(PodFactKind.PLAN_STARTED, at, "plan:" + plan, plan, null, startedAt, null);
    }

    /** A work item that took an hour. */
    static PodFact done(String item, Instant at, Party owner, Instant created, WorkCategory kind) {
        FinishedItem finished =
                new FinishedItem(3600L, null, 0, 0, 0, 1, 0, false, 0, created, kind, false, null);
        return Facts.finished(item, at, finished, owner);
    }

    static PodFact failedLater(String id, Instant at, Instant endedAt, boolean byIncident) {
        PodFactKind kind =
                byIncident
                        ? PodFactKind.DEPLOYMENT_FAILED_BY_INCIDENT
                        : PodFactKind.DEPLOYMENT_FAILED;
        return deployment(kind, id, at, endedAt, false, false);
    }

    /** An incident names one that had failed before. */
    static PodFact named(String id, Instant at, Instant endedAt) {
        PodFactKind kind = PodFactKind.DEPLOYMENT_NAMED_BY_INCIDENT;
        return deployment(kind, id, at, endedAt, false, false);
    }

    static PodFact deployment(String id, Instant at, boolean success, boolean unplanned) {
        return deployment(PodFactKind.DEPLOYMENT_ENDED, id, at, at, success, unplanned);
    }

    static PodFact restored(String id, Instant at) {
        return deployment(PodFactKind.DEPLOYMENT_RESTORED, id, at, at, true, false);
    }

    private static PodFact deployment(
            PodFactKind kind,
            String id,
            Instant at,
            Instant since,
            boolean success,
            boolean unplanned) {
        return new PodFact(
                "acme",
                "red",
                kind,
                at,
                "deployment:" + id,
                0,
                id,
                null,
                null,
                since,
                null,
                false,
                null,
                null,
                null,
                null,
                null,
                new EndedDeployment("RED", success, unplanned),
                null);
    }

    private static PodFact fact(
            PodFactKind kind,
            Instant at,
            String item,
            String subject,
            Party party,
            Instant since,
            WorkCategory category) {
        ActorKind actorKind = Party.kindOf(party);
        return new PodFact(
                "acme",
                "red",
                kind,
                at,
                item,
                0,
                subject,
                actorKind,
                Party.accountOf(party),
                since,
                null,
                false,
                null,
                null,
                null,
                category,
                null,
                null,
                null);
    }

    private static Long hours(Long hours) {
        return hours == null ? null : hours * 3600;
    }
}
