package dev.plumbline.item;

import static dev.plumbline.pod.PodFactKind.HANDOFF_ENDED;
import static dev.plumbline.pod.PodFactKind.HANDOFF_OPENED;
import static dev.plumbline.pod.PodFactKind.ITEM_FINISHED;
import static dev.plumbline.pod.PodFactKind.ITEM_MOVED_BACK;
import static dev.plumbline.pod.PodFactKind.ITEM_REOPENED;
import static dev.plumbline.pod.PodFactKind.PROGRESS_ENTERED;
import static dev.plumbline.pod.PodFactKind.PROGRESS_LEFT;
import static dev.plumbline.work.EventType.COMMIT_PUSHED;
import static dev.plumbline.work.EventType.WORK_ITEM_ASSIGNED;
import static dev.plumbline.work.EventType.WORK_ITEM_COMMENTED;
import static dev.plumbline.work.EventType.WORK_ITEM_CREATED;
import static dev.plumbline.work.EventType.WORK_ITEM_EDITED;
import static dev.plumbline.work.EventType.WORK_ITEM_STATE_CHANGED;
import static dev.plumbline.work.Happening.ANA;
import static dev.plumbline.work.Happening.BEN;
import static dev.plumbline.work.Happening.CARA;
import static dev.plumbline.work.Happening.PIPELINE;
import static dev.plumbline.work.Happening.at;
import static dev.plumbline.work.StateCategory.ACTIVE;
import static dev.plumbline.work.StateCategory.CANCELLED;
import static dev.plumbline.work.StateCategory.DONE;
import static dev.plumbline.work.StateCategory.REVIEW;
import static dev.plumbline.work.StateCategory.TODO;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.pod.FinishedItem;
import dev.plumbline.pod.PodFact;
import dev.plumbline.pod.WorkCategory;
import dev.plumbline.work.EventType;
import dev.plumbline.work.Happening;
import dev.plumbline.work.Organisation;
import dev.plumbline.work.Party;
import dev.plumbline.work.StateCategory;
import dev.plumbline.work.WorkEvent;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class ItemFoldTest {

    private static final Duration FORGET_AFTER = Duration.ofDays(400);

    private static Happening ana(EventType type, String moment) {
        return Happening.of(type, moment, ANA);
    }

    private static Happening enters(String moment, StateCategory state) {
        return ana(WORK_ITEM_STATE_CHANGED, moment).into(state);
    }

    private static final Party DORA = Happening.human("dora");

    private static Happening dora(EventType type, String moment) {
        return Happening.of(type, moment, DORA);
    }

    @Test
    void theSameFactAtAnotherTimeCountsOnce() {
        Items item =
                Items.after(
                        ana(WORK_ITEM_COMMENTED, "Mon 09:00").withId("comment 7"),
                        ana(WORK_ITEM_COMMENTED, "Mon 09:05").withId("comment 7"));

        assertThat(item.timeline().eventCount()).isEqualTo(1);
        assertThat(item.timeline().lastActivityAt()).isEqualTo(at("Mon 09:00"));
    }

    @Test
    void workOnALinkedObjectIsActivityAndAnActorButNoEventOfTheItem() {
        Items item =
                Items.after(ana(WORK_ITEM_CREATED, "Mon 09:00"))
                        .happensOnLinked(Happening.of(COMMIT_PUSHED, "Mon 11:00", BEN));

        assertThat(item.timeline().eventCount()).isEqualTo(1);
        assertThat(item.timeline().actors()).containsExactly("ana", "ben");
        assertThat(item.timeline().lastActivityAt()).isEqualTo(at("Mon 11:00"));
    }

    @Test
    void anItemIsListedOnceItHasAnEventOfItsOwn() {
        Items item = new Items().happensOnLinked(ana(COMMIT_PUSHED, "Mon 09:00"));
        assertThat(item.timeline().isListed()).isFalse();

        item.happens(ana(WORK_ITEM_EDITED, "Mon 10:00"));
        assertThat(item.timeline().isListed()).isTrue();
        assertThat(item.timeline().createdAt()).isNull();
    }

    @Test
    void servicesAreNoActorsAndTheirEventsNoActivity() {
        Items item =
                Items.after(
                        ana(WORK_ITEM_CREATED, "Mon 09:00"),
                        Happening.of(WORK_ITEM_COMMENTED, "Mon 10:00", PIPELINE));

        assertThat(item.timeline().actors()).containsExactly("ana");
        assertThat(item.timeline().lastActivityAt()).isNull();
        assertThat(item.timeline().lastEventAt()).isEqualTo(at("Mon 10:00"));
        assertThat(item.timeline().eventCount()).isEqualTo(2);
    }

    @Test
    void aHandoffIsToldToTheReceivingPodWhenItOpensAndWhenItEnds() {
        Items item =
                Items.after(
                        ana(WORK_ITEM_ASSIGNED, "Mon 09:00").to(CARA),
                        Happening.of(WORK_ITEM_COMMENTED, "Mon 10:00", CARA));

        assertThat(item.facts())
                .extracting(PodFact::kind)
                .containsExactly(HANDOFF_OPENED, HANDOFF_ENDED);
        assertThat(item.facts()).extracting(PodFact::pod).containsOnly("blue");
        assertThat(item.facts().get(1).effectiveSeconds()).isEqualTo(3600);
        assertThat(item.facts().get(1).account()).isEqualTo("cara");
    }

    @Test
    void anItemInProgressMovesFromPodToPodWithItsOwner() {
        Items item =
                Items.after(
                        ana(WORK_ITEM_ASSIGNED, "Mon 09:00").to(ANA),
                        enters("Mon 10:00", ACTIVE),
                        ana(WORK_ITEM_ASSIGNED, "Mon 11:00").to(CARA),
                        enters("Mon 12:00", DONE));

        List<PodFact> moves =
                item.facts().stream()
                        .filter(f -> f.kind() == PROGRESS_ENTERED || f.kind() == PROGRESS_LEFT)
                        .toList();
        assertThat(moves)
                .extracting(PodFact::kind)
                .containsExactly(PROGRESS_ENTERED, PROGRESS_LEFT, PROGRESS_ENTERED, PROGRESS_LEFT);
        assertThat(moves).extracting(PodFact::pod).containsExactly("red", "red", "blue", "blue");
        assertThat(moves).extracting(PodFact::since).containsOnly(at("Mon 10:00"));
    }

    @Test
    void whatAFinishedItemLeavesBehind() {
        // Created Mon 09, active Mon 10 to Tue 10 (8 h), review Tue 10 to 12 (2 h), done Tue 12.
        Items item =
                Items.after(
                        ana(WORK_ITEM_CREATED, "Mon 09:00").to(ANA),
                        enters("Mon 10:00", ACTIVE),
                        enters("Tue 10:00", REVIEW),
                        Happening.of(WORK_ITEM_STATE_CHANGED, "Tue 12:00", BEN).into(DONE));

        PodFact fact = item.facts(ITEM_FINISHED).get(0);
        assertThat(fact.pod()).isEqualTo("red");
        assertThat(fact.finished())
                .isEqualTo(
                        new FinishedItem(
                                10 * 3600L,
                                11 * 3600L,
                                8 * 3_600_000L,
                                10 * 3_600_000L,
                                0,
                                2,
                                0,
                                false,
                                0,
                                at("Mon 09:00"),
                                new WorkCategory(null, null),
                                false,
                                null));
    }

    @Test
    void anItemFirstSeenInMidLifeHasNoLeadTime() {
        Items item = Items.after(enters("Mon 10:00", ACTIVE), enters("Mon 12:00", DONE));

        FinishedItem finished = item.facts(ITEM_FINISHED).get(0).finished();
        assertThat(finished.leadSeconds()).isNull();
        assertThat(finished.cycleSeconds()).isEqualTo(2 * 3600);
    }

    @Test
    void anItemFirstSeenInProgressIsAsOldAsItsFirstSight() {
        // The tool's new state means nothing to us; it was active before.
        Items item =
                Items.after(
                        ana(WORK_ITEM_STATE_CHANGED, "Mon 10:00").outOf(ACTIVE),
                        ana(WORK_ITEM_ASSIGNED, "Tue 10:00").to(CARA));

        assertThat(item.facts(PROGRESS_ENTERED))
                .extracting(PodFact::since)
                .containsExactly(at("Mon 10:00"), at("Mon 10:00"));
        assertThat(item.timeline().progress().firstActiveAt()).isNull();
    }

    @Test
    void reopeningTellsBothThatItMovedBackAndThatItWasSoon() {
        Items item = Items.after(enters("Mon 09:00", DONE), enters("Tue 09:00", ACTIVE));

        assertThat(item.facts(ITEM_MOVED_BACK)).hasSize(1);
        assertThat(item.facts(ITEM_REOPENED)).hasSize(1);
    }

    @Test
    void theFactsOfOneItemAreInTheOrderOfItsEvents() {
        Items item =
                Items.after(
                        ana(WORK_ITEM_CREATED, "Mon 09:00"),
                        ana(WORK_ITEM_ASSIGNED, "Mon 09:00").to(ANA),
                        enters("Mon 09:00", ACTIVE).withId("start"),
                        enters("Mon 09:00", DONE).withId("end"));

        assertThat(item.facts()).isSortedAccordingTo(PodFact.FOLD_ORDER).hasSizeGreaterThan(3);
    }

    @Test
    void aFinishedItemIsForgottenAfterItsSilenceAndAnOpenOneNever() {
        Items open = Items.after(enters("Mon 09:00", ACTIVE));
        assertThat(open.fold().forgetAt(open.timeline())).isNull();

        Items done = Items.after(enters("Mon 09:00", DONE));
        assertThat(done.fold().forgetAt(done.timeline()))
                .isEqualTo(at("Mon 09:00").plus(FORGET_AFTER));
    }

    @Test
    void aFinishedItemOnWhichSomebodyWaitsIsNotForgotten() {
        Items item =
                Items.after(
                        enters("Mon 09:00", DONE), ana(WORK_ITEM_ASSIGNED, "Mon 10:00").to(BEN));
        assertThat(item.fold().forgetAt(item.timeline())).isNull();

        item.happens(Happening.of(WORK_ITEM_COMMENTED, "Mon 11:00", BEN));
        assertThat(item.fold().forgetAt(item.timeline()))
                .isEqualTo(at("Mon 11:00").plus(FORGET_AFTER));
    }

    @Test
    void whatComesAfterTheSilenceIsANewLifeAlsoForTheSameFact() {
        Items item =
                Items.after(
                        ana(WORK_ITEM_CREATED, "Mon 09:00"),
                        enters("Mon 10:00", DONE).withId("closed"),
                        // 58 weeks are 406 days
                        enters("Mon+58 10:00", DONE).withId("closed"));

        assertThat(item.timeline().eventCount()).isEqualTo(1);
        assertThat(item.timeline().createdAt()).isNull();
        assertThat(item.timeline().progress().doneAt()).isEqualTo(at("Mon+58 10:00"));
    }

    @Test
    void theContainerLastNamedHolds() {
        Items item =
                Items.after(
                        ana(WORK_ITEM_CREATED, "Mon 09:00").in("RED"), enters("Mon 10:00", TODO));

        assertThat(item.timeline().container()).isEqualTo("RED");
        assertThat(item.snapshot().pod()).isEqualTo("red");
    }

    @Test
    void oneFactToldInTwoWordsFoldsTheSameWhicheverCameFirst() {
        WorkEvent webhook = ana(WORK_ITEM_COMMENTED, "Mon 09:00").withId("7").event();
        WorkEvent backfill = ana(WORK_ITEM_COMMENTED, "Mon 09:00").withId("7").in("RED").event();

        assertThat(WorkEvent.FOLD_ORDER.compare(webhook, backfill)).isNotZero();
        assertThat(Integer.signum(WorkEvent.FOLD_ORDER.compare(webhook, backfill)))
                .isEqualTo(-Integer.signum(WorkEvent.FOLD_ORDER.compare(backfill, webhook)));
    }

    @Test
    void eventsOfOneInstantFoldByTheSourcesOwnOrderThenById() {
        WorkEvent second = enters("Mon 09:00", ACTIVE).withId("a").withSequence(2).event();
        WorkEvent first = enters("Mon 09:00", TODO).withId("b").withSequence(1).event();
        WorkEvent other = enters("Mon 09:00", TODO).withId("c").withSequence(1).event();

        assertThat(List.of(first, other, second)).isSortedAccordingTo(WorkEvent.FOLD_ORDER);
    }

    @Test
    void aSnapshotHasCycleAndLeadOnBothClocks() {
        // Created Fri 09, active Fri 16, done Mon 10: lead 73 h (9 working), cycle 66 h (2
        // working).
        Items item =
                Items.after(
                        ana(WORK_ITEM_CREATED, "Fri 09:00"),
                        enters("Fri 16:00", ACTIVE),
                        enters("Mon+1 10:00", DONE));

        ItemSnapshot snapshot = item.snapshot();
        assertThat(snapshot.leadElapsedSeconds()).isEqualTo(73 * 3600);
        assertThat(snapshot.leadWorkingSeconds()).isEqualTo(9 * 3600);
        assertThat(snapshot.cycleElapsedSeconds()).isEqualTo(66 * 3600);
        assertThat(snapshot.cycleWorkingSeconds()).isEqualTo(2 * 3600);
        assertThat(snapshot.pingPongSeconds()).isNull();
    }

    @Test
    void aSnapshotOfWhatIsNotDoneHasNeitherCycleNorLead() {
        ItemSnapshot snapshot =
                Items.after(
                                ana(WORK_ITEM_CREATED, "Fri 09:00"),
                                enters("Fri 10:00", ACTIVE),
                                enters("Fri 12:00", DONE),
                                enters("Fri 13:00", ACTIVE))
                        .snapshot();

        assertThat(snapshot.leadElapsedSeconds()).isNull();
        assertThat(snapshot.cycleElapsedSeconds()).isNull();
    }

    @Test
    void aSnapshotTellsHowLongThePingPongTook() {
        // ana, ben, ana (bounce at 11), ben (bounce at 15): 4 hours.
        Items item =
                Items.after(
                        ana(WORK_ITEM_ASSIGNED, "Mon 09:00").to(ANA),
                        ana(WORK_ITEM_ASSIGNED, "Mon 10:00").to(BEN),
                        ana(WORK_ITEM_ASSIGNED, "Mon 11:00").to(ANA),
                        ana(WORK_ITEM_ASSIGNED, "Mon 15:00").to(BEN));

        assertThat(item.snapshot().pingPongSeconds()).isEqualTo(4 * 3600);
    }

    @Test
    void seenEventsKeepTheLastFiveHundredAndTwelve() {
        SeenEvents seen = SeenEvents.NONE;
        for (int number = 0; number < 600; number++) {
            seen = seen.with("event " + number);
        }

        assertThat(seen.hashes()).hasSize(512);
        assertThat(seen.contains("event 599")).isTrue();
        assertThat(seen.contains("event 88")).isTrue();
        assertThat(seen.contains("event 87")).isFalse();
    }

    @Test
    void theOpenTimeOfAnItemIsNeverBeforeItsFirstEvent() {
        Items item = Items.after(enters("Mon 09:00", ACTIVE));

        Instant since = item.facts(PROGRESS_ENTERED).get(0).since();
        assertThat(since).isEqualTo(at("Mon 09:00"));
    }

    @Test
    void aReopeningBelongsToThePodAndTheOwnerThatHadFinishedIt() {
        // ana of red finishes it, it goes to cara of blue, who reopens and finishes it.
        Items item =
                Items.after(
                        ana(WORK_ITEM_ASSIGNED, "Mon 09:00").to(ANA),
                        enters("Mon 10:00", DONE),
                        ana(WORK_ITEM_ASSIGNED, "Tue 10:00").to(CARA),
                        enters("Wed 10:00", ACTIVE),
                        enters("Wed 12:00", DONE));

        assertThat(item.facts(ITEM_MOVED_BACK)).extracting(PodFact::pod).containsExactly("red");
        assertThat(item.facts(ITEM_REOPENED)).extracting(PodFact::pod).containsExactly("red");
        assertThat(item.facts(ITEM_REOPENED)).extracting(PodFact::account).containsExactly("ana");
        assertThat(item.facts(PROGRESS_ENTERED)).extracting(PodFact::pod).containsExactly("blue");
        assertThat(item.facts(ITEM_FINISHED))
                .extracting(PodFact::pod)
                .containsExactly("red", "blue");
    }

    @Test
    void aSecondReopeningBelongsToThePodThatFinishedItLast() {
        Items item =
                Items.after(
                        ana(WORK_ITEM_ASSIGNED, "Mon 09:00").to(ANA),
                        enters("Mon 10:00", DONE),
                        ana(WORK_ITEM_ASSIGNED, "Tue 10:00").to(CARA),
                        enters("Wed 10:00", REVIEW),
                        enters("Wed 11:00", ACTIVE),
                        enters("Wed 12:00", DONE),
                        ana(WORK_ITEM_ASSIGNED, "Thu 10:00").to(ANA),
                        enters("Thu 12:00", TODO));

        // Reopened from red, review back to active in blue, reopened from blue.
        assertThat(item.facts(ITEM_MOVED_BACK))
                .extracting(PodFact::pod)
                .containsExactly("red", "blue", "blue");
        assertThat(item.facts(ITEM_REOPENED))
                .extracting(PodFact::pod)
                .containsExactly("red", "blue");
    }

    @Test
    void whatIsCancelledAfterDoneIsStillTakenBackFromThePodThatFinishedIt() {
        Items item =
                Items.after(
                        ana(WORK_ITEM_ASSIGNED, "Mon 09:00").to(ANA),
                        enters("Mon 10:00", DONE),
                        ana(WORK_ITEM_ASSIGNED, "Tue 10:00").to(CARA),
                        enters("Tue 11:00", CANCELLED),
                        enters("Wed 10:00", ACTIVE));

        assertThat(item.facts(ITEM_MOVED_BACK)).extracting(PodFact::pod).containsExactly("red");
        assertThat(item.facts(ITEM_REOPENED)).isEmpty();
    }

    @Test
    void anOwnerWhoChangesPodsTakesTheItemAlongAtItsNextOwnEvent() {
        Items item = new Items(Organisation.whereDoraMovesOn("Thu 00:00"));
        item.happens(dora(WORK_ITEM_ASSIGNED, "Mon 09:00").to(DORA));
        item.happens(dora(WORK_ITEM_STATE_CHANGED, "Mon 10:00").into(ACTIVE));
        item.happensOnLinked(dora(COMMIT_PUSHED, "Fri 10:00"));
        assertThat(item.snapshot().pod()).isEqualTo("morning");
        assertThat(item.facts(PROGRESS_LEFT)).isEmpty();

        item.happens(dora(WORK_ITEM_COMMENTED, "Fri 11:00"));
        assertThat(item.snapshot().pod()).isEqualTo("evening");
        assertThat(item.facts(PROGRESS_LEFT)).extracting(PodFact::pod).containsExactly("morning");
    }

    @Test
    void theTimeBetweenTwoEventsCountsInTheCalendarOfThePodItWasIn() {
        // The morning pod works 09:00 to 13:00, the evening pod 13:00 to 21:00. Active from Mon
        // 10:00 to Fri 12:00 in the morning pod: 3 + 4 + 4 + 4 + 3 = 18 h.
        Items item = new Items(Organisation.whereDoraMovesOn("Thu 00:00"));
        item.happens(dora(WORK_ITEM_ASSIGNED, "Mon 09:00").to(DORA));
        item.happens(dora(WORK_ITEM_STATE_CHANGED, "Mon 10:00").into(ACTIVE));
        item.happens(dora(WORK_ITEM_COMMENTED, "Fri 12:00"));
        assertThat(item.timeline().progress().activeMillis()).isEqualTo(18 * 3_600_000);

        // Then Fri 13:00 to 15:00 in the evening pod: 2 h more.
        item.happens(dora(WORK_ITEM_STATE_CHANGED, "Fri 15:00").into(DONE));
        assertThat(item.timeline().progress().activeMillis()).isEqualTo(20 * 3_600_000);
    }
}
