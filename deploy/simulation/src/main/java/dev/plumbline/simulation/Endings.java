package dev.plumbline.simulation;

import dev.plumbline.simulation.Pace.Phase;

/** How tickets end that end as they should: every claim has evidence of somebody else in time. */
final class Endings {
    /** Between the merge and the evidence, working hours; no stop may fall into it. */
    static final double CLOSING_HOURS = 6;

    static final double DONE_SOON_HOURS = 2;
    private static final double REVIEWED = 0.9;
    private static final double CHECKED = 0.85;
    private static final double MERGED_BY_REVIEWER = 0.6;
    private static final double DONE_BY_OWNER = 0.7;

    private final TicketLife life;
    private final PodScene scene;

    Endings(TicketLife life) {
        this.life = life;
        this.scene = life.scene;
    }

    /** Reviewed or not, merged, checked, done. */
    void sound(ChangeLife change) {
        if (scene.chance(REVIEWED)) {
            change.review();
        }
        Member merger = readyToMerge(change);
        Member claimer =
                scene.chance(DONE_BY_OWNER)
                        ? scene.stillOr(life.owner(), life.now())
                        : scene.somebodyBut(life.now());
        change.merge(merger);
        boolean reviewedByOther = change.approver != null && !change.approver.equals(claimer);
        if (!(reviewedByOther || !merger.equals(claimer)) || scene.chance(CHECKED)) {
            green(change);
        }
        soon(DONE_SOON_HOURS);
        life.done(claimer);
        scene.deployments.add(change);
    }

    /** Merged, but the ticket has more changes to come. */
    void half(ChangeLife change) {
        change.review();
        change.merge(readyToMerge(change));
        green(change);
        scene.deployments.add(change);
    }

    /** Reviewed and merged by others than the author, the ticket not done. */
    void merged(ChangeLife change) {
        change.review();
        life.work(Phase.MERGE);
        change.merge(change.approver);
    }

    void green(ChangeLife change) {
        change.check(change.mergeCommit, change.mergedAt, scene.between(3, 20), "success");
    }

    /** So much later at most, in working hours. */
    void soon(double hours) {
        life.goTo(life.clock.after(life.now(), scene.between(0.1, hours)));
    }

    private Member readyToMerge(ChangeLife change) {
        life.work(Phase.MERGE);
        life.goTo(life.clock.undisturbed(life.now(), CLOSING_HOURS));
        boolean byReviewer = change.approver != null && scene.chance(MERGED_BY_REVIEWER);
        Member merger = byReviewer || change.author.agent() ? change.approver : change.author;
        return merger == null || !scene.acts(merger, life.now())
                ? scene.somebodyBut(life.now())
                : merger;
    }
}
