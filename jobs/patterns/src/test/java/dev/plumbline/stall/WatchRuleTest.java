package dev.plumbline.stall;

import static dev.plumbline.work.Happening.ANA;
import static dev.plumbline.work.Happening.BEN;
import static dev.plumbline.work.Happening.PIPELINE;
import static dev.plumbline.work.Happening.ROBOT;
import static dev.plumbline.work.Happening.at;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.time.WorkCalendar;
import dev.plumbline.work.ActorKind;
import dev.plumbline.work.EventType;
import dev.plumbline.work.Happening;
import dev.plumbline.work.ObjectType;
import dev.plumbline.work.Party;
import dev.plumbline.work.StateCategory;
import java.time.Duration;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class WatchRuleTest {

    private static final WorkCalendar HOURS = WorkCalendar.standard(ZoneOffset.UTC);
    private static final EventType COMMENTED = EventType.WORK_ITEM_COMMENTED;
    private static final EventType ASSIGNED = EventType.WORK_ITEM_ASSIGNED;
    private static final EventType MOVED = EventType.WORK_ITEM_STATE_CHANGED;

    private static Standing ticket(StateCategory state, Party owner, String pod) {
        return new Standing(
                ObjectType.WORK_ITEM,
                state,
                false,
                Party.accountOf(owner),
                Party.kindOf(owner),
                null,
                pod);
    }

    private static Standing anas(StateCategory state) {
        return ticket(state, ANA, "red");
    }

    private static Watch active(ActorKind kind, String since) {
        Stratum stratum = Stratum.of(ObjectType.WORK_ITEM, StateCategory.ACTIVE, kind);
        return new Watch(stratum, "red", at(since), "before", true);
    }

    private static Watch anaActive(String since) {
        return active(ActorKind.HUMAN, since);
    }

    private static WatchStep step(
            Watch watch, Standing after, EventType type, String moment, Party actor) {
        return step(watch, after, null, type, moment, actor);
    }

    private static WatchStep step(
            Watch watch,
            Standing after,
            StateCategory finishedAs,
            EventType type,
            String moment,
            Party actor) {
        Happening happening = Happening.of(type, moment, actor);
        return WatchRule.next(watch, after, finishedAs, happening.event(), at(moment), HOURS);
    }

    private static long hours(CompletedGap gap) {
        return Duration.ofMillis(gap.effectiveMillis()).toHours();
    }

    @Test
    void watchesWhereSomebodyIsExpected() {
        assertThat(step(null, anas(StateCategory.TODO), ASSIGNED, "Mon 09:00", ANA).watch())
                .isEqualTo(
                        new Watch(
                                Stratum.of(
                                        ObjectType.WORK_ITEM, StateCategory.TODO, ActorKind.HUMAN),
                                "red",
                                at("Mon 09:00"),
                                "work_item.assigned@Mon 09:00",
                                false));
        Standing nobodys = ticket(StateCategory.ACTIVE, null, "red");
        assertThat(step(null, nobodys, MOVED, "Mon 09:00", ANA).watch().stratum().ownerKind())
                .isEqualTo(ActorKind.UNKNOWN);
    }

    @Test
    void watchesNothingThatIsNobodysOrDeclaredOrOver() {
        Standing unowned = ticket(StateCategory.TODO, null, "red");
        assertThat(step(null, unowned, MOVED, "Mon 09:00", ANA).watch()).isNull();
        assertThat(step(null, anas(StateCategory.BACKLOG), MOVED, "Mon 09:00", ANA).watch())
                .isNull();
        assertThat(step(null, anas(StateCategory.WAITING), MOVED, "Mon 09:00", ANA).watch())
                .isNull();
        assertThat(step(null, anas(StateCategory.DONE), MOVED, "Mon 09:00", ANA).watch()).isNull();
        Standing flagged =
                new Standing(
                        ObjectType.WORK_ITEM,
                        StateCategory.ACTIVE,
                        true,
                        "ana",
                        ActorKind.HUMAN,
                        null,
                        "red");
        assertThat(step(null, flagged, MOVED, "Mon 09:00", ANA).watch()).isNull();
    }

    @Test
    void countsAPersonsGapOverNightInWorkingTime() {
        Watch watch = anaActive("Mon 16:00");
        WatchStep step = step(watch, anas(StateCategory.ACTIVE), COMMENTED, "Tue 10:00", BEN);
        // Monday 16:00 to 17:00 and Tuesday 09:00 to 10:00
        assertThat(step.completed())
                .isEqualTo(
                        new CompletedGap(watch.stratum(), "red", at("Tue 10:00"), 2 * 3_600_000));
        assertThat(step.ended()).isEqualTo(watch);
        assertThat(step.outcome()).isEqualTo(StallOutcome.RESUMED);
        assertThat(step.watch().silentSince()).isEqualTo(at("Tue 10:00"));
        assertThat(step.watch().told()).isFalse();
    }

    @Test
    void countsAnAgentsGapOverTheWeekendInElapsedTime() {
        Standing robots = ticket(StateCategory.ACTIVE, ROBOT, "red");
        WatchStep step =
                step(active(ActorKind.AGENT, "Fri 16:00"), robots, COMMENTED, "Mon+1 10:00", ROBOT);
        // 8 h on Friday, 24 h on Saturday, 24 h on Sunday, 10 h on Monday
        assertThat(hours(step.completed())).isEqualTo(66);
    }

    @Test
    void countsAGapWhereItWasSpentThoughTheItemMovesWithIt() {
        WatchStep step =
                step(anaActive("Mon 09:00"), anas(StateCategory.REVIEW), MOVED, "Mon 12:00", ANA);
        assertThat(step.completed().stratum().state()).isEqualTo(StateCategory.ACTIVE);
        assertThat(hours(step.completed())).isEqualTo(3);
        assertThat(step.watch().stratum().state()).isEqualTo(StateCategory.REVIEW);
    }

    @Test
    void aServiceNeitherCommentsNorMovesASilenceAway() {
        Watch watch = anaActive("Mon 09:00");
        WatchStep unchanged = new WatchStep(watch, null, null, null);
        assertThat(step(watch, anas(StateCategory.ACTIVE), COMMENTED, "Tue 10:00", PIPELINE))
                .isEqualTo(unchanged);
        assertThat(step(watch, anas(StateCategory.REVIEW), MOVED, "Tue 10:00", PIPELINE))
                .isEqualTo(unchanged);
    }

    @Test
    void passingOnWithinThePodIsNoSignOfWork() {
        Watch watch = anaActive("Mon 09:00");
        Standing bens = ticket(StateCategory.ACTIVE, BEN, "red");
        assertThat(step(watch, bens, ASSIGNED, "Tue 10:00", ANA))
                .isEqualTo(new WatchStep(watch, null, null, null));
    }

    @Test
    void passingOnToAnotherPodBeginsASilenceThere() {
        Watch watch = anaActive("Mon 09:00");
        Standing there = ticket(StateCategory.ACTIVE, BEN, "blue");
        WatchStep step = step(watch, there, ASSIGNED, "Tue 10:00", ANA);
        assertThat(step.completed()).isNull();
        assertThat(step.ended()).isEqualTo(watch);
        assertThat(step.outcome()).isEqualTo(StallOutcome.WITHDRAWN);
        assertThat(step.watch().pod()).isEqualTo("blue");
        assertThat(step.watch().silentSince()).isEqualTo(at("Tue 10:00"));
    }

    @Test
    void passingOnToAnAgentBeginsASilenceOfTheAgent() {
        Standing robots = ticket(StateCategory.ACTIVE, ROBOT, "red");
        WatchStep step = step(anaActive("Mon 09:00"), robots, ASSIGNED, "Tue 10:00", PIPELINE);
        assertThat(step.outcome()).isEqualTo(StallOutcome.WITHDRAWN);
        assertThat(step.watch().floorAt(HOURS)).isEqualTo(at("Tue 10:15"));
    }

    @Test
    void sayingThatItWaitsEndsTheSilence() {
        WatchStep step =
                step(anaActive("Mon 09:00"), anas(StateCategory.WAITING), MOVED, "Mon 12:00", ANA);
        assertThat(step.outcome()).isEqualTo(StallOutcome.DECLARED);
        assertThat(hours(step.completed())).isEqualTo(3);
        assertThat(step.watch()).isNull();
    }

    @Test
    void finishingEndsTheSilenceWhoeverDoesIt() {
        Watch watch = anaActive("Mon 09:00");
        Standing done = anas(StateCategory.DONE);
        WatchStep byAna = step(watch, done, StateCategory.DONE, MOVED, "Mon 12:00", ANA);
        assertThat(byAna.outcome()).isEqualTo(StallOutcome.FINISHED);
        assertThat(hours(byAna.completed())).isEqualTo(3);
        WatchStep byService = step(watch, done, StateCategory.DONE, MOVED, "Mon 12:00", PIPELINE);
        assertThat(byService.outcome()).isEqualTo(StallOutcome.FINISHED);
        assertThat(byService.completed()).isNull();
        Standing dropped = anas(StateCategory.CANCELLED);
        assertThat(step(watch, dropped, StateCategory.CANCELLED, MOVED, "Mon 12:00", ANA).outcome())
                .isEqualTo(StallOutcome.CANCELLED);
    }

    @Test
    void takingTheOwnerOffLeavesNobodyToWaitFor() {
        Stratum todo = Stratum.of(ObjectType.WORK_ITEM, StateCategory.TODO, ActorKind.HUMAN);
        Watch watch = new Watch(todo, "red", at("Mon 09:00"), "before", true);
        Standing nobodys = ticket(StateCategory.TODO, null, "red");
        assertThat(step(watch, nobodys, ASSIGNED, "Tue 10:00", ANA))
                .isEqualTo(new WatchStep(null, null, watch, StallOutcome.WITHDRAWN));
    }

    @Test
    void workThatIsLearnedOfLaterEndsTheGapWhenItWasDone() {
        Watch watch = anaActive("Mon 10:00");
        Happening commit = Happening.of(EventType.COMMIT_PUSHED, "Mon 12:00", ANA);
        WatchStep step =
                WatchRule.next(
                        watch,
                        anas(StateCategory.ACTIVE),
                        null,
                        commit.event(),
                        at("Wed 15:00"),
                        HOURS);
        assertThat(step.completed().at()).isEqualTo(at("Wed 15:00"));
        assertThat(hours(step.completed())).isEqualTo(2);
        assertThat(step.watch().silentSince()).isEqualTo(at("Mon 12:00"));
    }

    @Test
    void workFromBeforeTheSilenceSaysNothing() {
        Watch watch = anaActive("Mon 10:00");
        Happening commit = Happening.of(EventType.COMMIT_PUSHED, "Mon 09:30", ANA);
        WatchStep step =
                WatchRule.next(
                        watch,
                        anas(StateCategory.ACTIVE),
                        null,
                        commit.event(),
                        at("Wed 15:00"),
                        HOURS);
        assertThat(step).isEqualTo(new WatchStep(watch, null, null, null));
    }

    @Test
    void tellsThePodAtTheFloor() {
        // 1 h on Friday and 7 h on Monday
        assertThat(anaActive("Fri 16:00").floorAt(HOURS)).isEqualTo(at("Mon+1 16:00"));
        assertThat(active(ActorKind.AGENT, "Fri 16:50").floorAt(HOURS)).isEqualTo(at("Fri 17:05"));
    }

    @Test
    void waitsForPeopleInTheReviewOfAnAgentsChange() {
        Stratum review = Stratum.of(ObjectType.CHANGE, StateCategory.REVIEW, ActorKind.AGENT);
        Watch watch = new Watch(review, "red", at("Fri 16:00"), "before", false);
        assertThat(watch.floorAt(HOURS)).isEqualTo(at("Mon+1 16:00"));
    }
}
