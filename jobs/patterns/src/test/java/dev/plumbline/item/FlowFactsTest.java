package dev.plumbline.item;

import static dev.plumbline.pod.PodFactKind.AGENT_CHANGE_REWORKED;
import static dev.plumbline.pod.PodFactKind.CHANGE_DEPLOYED;
import static dev.plumbline.pod.PodFactKind.ITEM_FINISHED;
import static dev.plumbline.pod.PodFactKind.PLAN_ITEM_ADDED;
import static dev.plumbline.pod.PodFactKind.PLAN_ITEM_REMOVED;
import static dev.plumbline.work.EventType.CHANGE_MERGED;
import static dev.plumbline.work.EventType.CHANGE_OPENED;
import static dev.plumbline.work.EventType.CHANGE_REVERTED;
import static dev.plumbline.work.EventType.CHANGE_REVIEWED;
import static dev.plumbline.work.EventType.CHANGE_REVIEW_REQUESTED;
import static dev.plumbline.work.EventType.COMMIT_PUSHED;
import static dev.plumbline.work.EventType.DEPLOY_FINISHED;
import static dev.plumbline.work.EventType.WORK_ITEM_ASSIGNED;
import static dev.plumbline.work.EventType.WORK_ITEM_CREATED;
import static dev.plumbline.work.EventType.WORK_ITEM_STATE_CHANGED;
import static dev.plumbline.work.Happening.ANA;
import static dev.plumbline.work.Happening.BEN;
import static dev.plumbline.work.Happening.PIPELINE;
import static dev.plumbline.work.Happening.ROBOT;
import static dev.plumbline.work.Happening.at;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.pod.DeployedChange;
import dev.plumbline.pod.FinishedItem;
import dev.plumbline.pod.MergedChange;
import dev.plumbline.pod.PodFact;
import dev.plumbline.pod.WorkCategory;
import dev.plumbline.work.ActorKind;
import dev.plumbline.work.EventType;
import dev.plumbline.work.Happening;
import dev.plumbline.work.ObjectType;
import dev.plumbline.work.Party;
import dev.plumbline.work.Result;
import dev.plumbline.work.StateCategory;
import dev.plumbline.work.Verdict;
import org.junit.jupiter.api.Test;

class FlowFactsTest {

    private static Happening change(EventType type, String moment, Party actor) {
        return Happening.of(type, moment, actor).in("RED");
    }

    private static Items merged(Party author, Happening... between) {
        Items items = Items.ofChange(change(CHANGE_OPENED, "Mon 09:00", author));
        for (Happening happening : between) {
            items.happens(happening);
        }
        return items.happens(change(CHANGE_MERGED, "Mon 15:00", author));
    }

    @Test
    void whatAMergedChangeLeavesBehind() {
        // Ben is asked at 10 and answers at 12. Waited for: 3 h of pickup; the request is part of
        // it and no wait of its own. Approved 12, merged 15.
        Items items =
                merged(
                        ANA,
                        change(CHANGE_REVIEW_REQUESTED, "Mon 10:00", ANA)
                                .to(BEN)
                                .linkedTo("implements", ObjectType.WORK_ITEM, "T-1"),
                        change(CHANGE_REVIEWED, "Mon 12:00", BEN).saying(Verdict.APPROVED));

        FinishedItem finished = items.facts(ITEM_FINISHED).get(0).finished();
        assertThat(finished.waitedSeconds()).isEqualTo(3 * 3600);
        assertThat(finished.merged())
                .isEqualTo(
                        new MergedChange(
                                ActorKind.HUMAN,
                                "ana",
                                3 * 3600L,
                                0L,
                                0L,
                                null,
                                3 * 3600L,
                                true,
                                true,
                                true));
    }

    @Test
    void aWorkItemWaitedForWhoeverHadToPickItUp() {
        // Given to ana Mon 09, who starts Mon 11: 2 h. Given to ben Mon 12, who starts Tue 10: 6 h.
        Items items =
                Items.after(
                        Happening.of(WORK_ITEM_CREATED, "Mon 08:00", BEN)
                                .ofWorkType("bug")
                                .ofEpic("login"),
                        Happening.of(WORK_ITEM_ASSIGNED, "Mon 09:00", BEN).to(ANA),
                        state("Mon 11:00", ANA, StateCategory.ACTIVE),
                        Happening.of(WORK_ITEM_ASSIGNED, "Mon 12:00", ANA).to(BEN),
                        state("Tue 10:00", BEN, StateCategory.REVIEW),
                        state("Tue 11:00", BEN, StateCategory.DONE));

        FinishedItem finished = items.facts(ITEM_FINISHED).get(0).finished();
        assertThat(finished.waitedSeconds()).isEqualTo(8 * 3600);
        assertThat(finished.createdAt()).isEqualTo(at("Mon 08:00"));
        assertThat(finished.category()).isEqualTo(new WorkCategory("login", "bug"));
        assertThat(finished.merged()).isNull();
    }

    private static Happening state(String moment, Party by, StateCategory to) {
        return Happening.of(WORK_ITEM_STATE_CHANGED, moment, by).into(to);
    }

    @Test
    void aChangeReachesProductionOnce() {
        // First commit Mon 07, merged 15, staging 16, production Tue 10 and Wed 10.
        Items items = Items.ofChange();
        items.happensOnLinked(Happening.of(COMMIT_PUSHED, "Mon 07:00", ANA));
        items.happens(change(CHANGE_OPENED, "Mon 09:00", ANA));
        items.happens(change(CHANGE_MERGED, "Mon 15:00", ANA));
        items.happensOnLinked(deployed("Mon 16:00").inEnvironment("staging"));
        items.happensOnLinked(deployed("Tue 10:00").inEnvironment("Production"));
        items.happensOnLinked(deployed("Wed 10:00"));

        PodFact fact = items.facts(CHANGE_DEPLOYED).get(0);
        assertThat(items.facts(CHANGE_DEPLOYED)).hasSize(1);
        assertThat(fact.pod()).isEqualTo("red");
        assertThat(fact.at()).isEqualTo(at("Tue 10:00"));
        assertThat(fact.deployedChange())
                .isEqualTo(new DeployedChange(ActorKind.HUMAN, "ana", 19 * 3600L, 27 * 3600L));
    }

    private static Happening deployed(String moment) {
        return Happening.of(DEPLOY_FINISHED, moment, PIPELINE).ending(Result.SUCCESS);
    }

    @Test
    void anAgentsChangeThatMovesBackOrIsRevertedIsReworked() {
        Items items =
                merged(
                        ROBOT,
                        change(CHANGE_REVIEWED, "Mon 12:00", BEN)
                                .saying(Verdict.CHANGES_REQUESTED));
        assertThat(items.facts(AGENT_CHANGE_REWORKED)).hasSize(1);

        items.happens(change(CHANGE_REVERTED, "Tue 09:00", BEN));
        assertThat(items.facts(AGENT_CHANGE_REWORKED))
                .extracting(PodFact::account)
                .containsExactly("robot", "robot");
    }

    @Test
    void aPersonsChangeThatMovesBackIsReworkAndNoAgents() {
        Items items =
                merged(
                        ANA,
                        change(CHANGE_REVIEWED, "Mon 12:00", BEN)
                                .saying(Verdict.CHANGES_REQUESTED));

        assertThat(items.facts(AGENT_CHANGE_REWORKED)).isEmpty();
    }

    @Test
    void anItemPutIntoAPlanIsToldWithWhatItIs() {
        Items items =
                Items.after(
                        Happening.of(WORK_ITEM_CREATED, "Mon 08:00", BEN)
                                .to(BEN)
                                .ofWorkType("bug"));
        items.happensOnLinked(Happening.of(EventType.PLAN_ITEM_ADDED, "Mon 09:00", BEN).on("S-1"));
        items.happensOnLinked(
                Happening.of(EventType.PLAN_ITEM_REMOVED, "Mon 10:00", BEN).on("S-1"));

        PodFact added = items.facts(PLAN_ITEM_ADDED).get(0);
        assertThat(added.pod()).isEqualTo("red");
        assertThat(added.subject()).isEqualTo("S-1");
        assertThat(added.item()).isEqualTo("work_item:T-1");
        assertThat(added.category()).isEqualTo(new WorkCategory(null, "bug"));
        assertThat(items.facts(PLAN_ITEM_REMOVED)).hasSize(1);
    }

    @Test
    void whatIsPlannedBeforeAnythingElseIsHeardOfItIsWhereThePlanIs() {
        Items items = new Items();
        items.happensOnLinked(
                Happening.of(EventType.PLAN_ITEM_ADDED, "Mon 09:00", BEN).on("S-1").in("RED"));

        assertThat(items.facts(PLAN_ITEM_ADDED)).extracting(PodFact::pod).containsExactly("red");
    }

    @Test
    void whetherAChangeFirstSeenInMidLifeNamedAWorkItemIsNotKnown() {
        Items unseen = Items.ofChange(change(CHANGE_REVIEWED, "Mon 12:00", BEN));
        unseen.happens(change(CHANGE_MERGED, "Mon 15:00", BEN));
        Items seen = merged(ANA);

        assertThat(unseen.facts(ITEM_FINISHED).get(0).finished().merged().linked()).isNull();
        assertThat(seen.facts(ITEM_FINISHED).get(0).finished().merged().linked()).isFalse();
    }
}
