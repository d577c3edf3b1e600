package dev.plumbline.verification;

import static dev.plumbline.verification.Linked.active;
import static dev.plumbline.verification.Linked.approved;
import static dev.plumbline.verification.Linked.assigned;
import static dev.plumbline.verification.Linked.change;
import static dev.plumbline.verification.Linked.check;
import static dev.plumbline.verification.Linked.done;
import static dev.plumbline.verification.Linked.merged;
import static dev.plumbline.verification.Linked.moved;
import static dev.plumbline.verification.Linked.opened;
import static dev.plumbline.verification.Linked.run;
import static dev.plumbline.work.Happening.ANA;
import static dev.plumbline.work.Happening.BEN;
import static dev.plumbline.work.Happening.CARA;
import static dev.plumbline.work.Happening.PIPELINE;
import static dev.plumbline.work.Happening.ROBOT;
import static dev.plumbline.work.Happening.at;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.work.ActorKind;
import dev.plumbline.work.EventType;
import dev.plumbline.work.EvidenceKind;
import dev.plumbline.work.EvidenceProfile;
import dev.plumbline.work.EvidenceProfiles;
import dev.plumbline.work.Happening;
import dev.plumbline.work.ObjectType;
import dev.plumbline.work.Party;
import dev.plumbline.work.Result;
import dev.plumbline.work.StateCategory;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** "Done" without the trace of somebody else, four working hours later. */
class UnverifiedDoneTest {

    private static final Map<String, EvidenceProfile> NO_CONTAINERS = Map.of();

    @Test
    void doneWithNothingToShowForIsFoundAfterFourWorkingHours() {
        Verifications ticket = Verifications.ofTicket().own(done("Mon 10:00", ANA));
        assertThat(ticket.until("Mon 13:59").findings()).isEmpty();
        assertThat(ticket.until("Mon 14:00").findings())
                .containsExactly("unverified_done Mon 14:00 - open");
        assertThat(ticket.onlyRow().claimEvent()).isEqualTo("done@Mon 10:00");
        assertThat(ticket.onlyRow().evidenceEvents()).isEmpty();
        assertThat(ticket.onlyClaim().verified()).isFalse();
        assertThat(ticket.onlyClaim().onlySelfEvidence()).isFalse();
        assertThat(ticket.onlyClaim().judgedAt()).isEqualTo(at("Mon 14:00"));
    }

    @Test
    void theGraceRestsOverTheWeekend() {
        // Friday 15:00 to 17:00 and Monday 09:00 to 11:00.
        Verifications ticket = Verifications.ofTicket().own(done("Fri 15:00", ANA));
        assertThat(ticket.nextDeadline()).isEqualTo(at("Fri 15:00"));
        assertThat(ticket.until("Fri 15:00").nextDeadline()).isEqualTo(at("Mon+1 11:00"));
        assertThat(ticket.until("Mon+1 12:00").findings())
                .containsExactly("unverified_done Mon 11:00 - open");
    }

    @Test
    void aMergeBySomebodyElseVerifiesWhatIsSaidAfterwards() {
        Verifications ticket =
                Verifications.ofTicket()
                        .linked(opened("C-1", "Mon 09:00", ANA))
                        .linked(merged("C-1", "Mon 09:30", BEN))
                        .own(done("Mon 10:00", ANA))
                        .until("Wed 10:00");
        assertThat(ticket.findings()).isEmpty();
        assertThat(ticket.onlyClaim().verified()).isTrue();
        assertThat(ticket.onlyClaim().claimer()).isEqualTo(ANA);
        assertThat(ticket.onlyClaim().judgedAt()).isEqualTo(at("Mon 10:00"));
        assertThat(ticket.onlyClaim().evidenceEvents())
                .containsExactly("C-1change.mergedMon 09:30");
        assertThat(ticket.evidenceSeen()).isTrue();
    }

    @Test
    void theClaimersOwnMergeApprovalAndTestVerifyNothingAndAreKept() {
        Verifications ticket =
                Verifications.ofTicket()
                        .linked(opened("C-1", "Mon 09:00", ANA))
                        .linked(run(EventType.TEST_FINISHED, Result.SUCCESS, "t", "Mon 09:10", ANA))
                        .linked(approved("C-1", "Mon 09:20", ANA))
                        .linked(merged("C-1", "Mon 09:30", ANA))
                        .own(done("Mon 10:00", ANA))
                        .until("Mon 14:00");
        assertThat(ticket.findings()).containsExactly("unverified_done Mon 14:00 - open");
        assertThat(ticket.onlyRow().evidenceEvents())
                .containsExactlyInAnyOrder(
                        "t@Mon 09:10", "C-1change.reviewedMon 09:20", "C-1change.mergedMon 09:30");
        assertThat(ticket.onlyClaim().verified()).isFalse();
        assertThat(ticket.onlyClaim().onlySelfEvidence()).isTrue();
    }

    @Test
    void anyProducerButTheClaimerWillDo() {
        List<Happening> evidence =
                List.of(
                        check(Result.SUCCESS, "ci-1", "Mon 11:00", PIPELINE),
                        check(Result.SUCCESS, "ci-1", "Mon 11:00", null),
                        run(EventType.TEST_FINISHED, Result.SUCCESS, "t-1", "Mon 11:00", BEN),
                        run(EventType.DEPLOY_FINISHED, Result.SUCCESS, "d-1", "Mon 11:00", ROBOT),
                        approved("C-1", "Mon 11:00", BEN));
        for (Happening one : evidence) {
            Verifications ticket =
                    Verifications.ofTicket()
                            .own(done("Mon 10:00", ANA))
                            .linked(one)
                            .until("Tue 10:00");
            assertThat(ticket.onlyClaim().verified()).isTrue();
            assertThat(ticket.onlyClaim().judgedAt()).isEqualTo(at("Mon 11:00"));
            assertThat(ticket.findings()).isEmpty();
        }
    }

    @Test
    void anAgentThatActsForTheClaimerIsTheClaimersOwnWord() {
        Verifications ticket =
                Verifications.ofTicket()
                        .own(done("Mon 10:00", ANA))
                        .linked(approved("C-1", "Mon 11:00", ROBOT).onBehalfOf(ANA))
                        .until("Mon 14:00");
        assertThat(ticket.findings()).containsExactly("unverified_done Mon 14:00 - open");
        assertThat(ticket.onlyClaim().onlySelfEvidence()).isTrue();

        ticket.linked(approved("C-1", "Mon 15:00", ROBOT).onBehalfOf(BEN)).until("Mon 15:00");
        assertThat(ticket.findings())
                .containsExactly("unverified_done Mon 14:00 - Mon 15:00 evidence");
    }

    @Test
    void twoAgentsOfOnePersonVerifyEachOtherNotButThePersonWhoLooksDoes() {
        Party other = new Party("other-robot", ActorKind.AGENT, "test");
        Verifications ticket =
                Verifications.ofTicket()
                        .linked(
                                Happening.of(EventType.AGENT_CLAIMED_DONE, "Mon 10:00", ROBOT)
                                        .onBehalfOf(ANA))
                        .linked(approved("C-1", "Mon 11:00", other).onBehalfOf(ANA))
                        .until("Mon 14:00");
        assertThat(ticket.findings()).containsExactly("unverified_done Mon 14:00 - open");

        ticket.linked(merged("C-1", "Mon 15:00", ANA)).until("Mon 15:00");
        assertThat(ticket.findings())
                .containsExactly("unverified_done Mon 14:00 - Mon 15:00 evidence");
    }

    @Test
    void theChangeAnAgentOpenedForSomebodyIsClaimedForHer() {
        Verifications ticket =
                Verifications.ofTicket()
                        .linked(
                                opened("C-1", "Mon 09:00", ROBOT)
                                        .onBehalfOf(ANA)
                                        .linkedTo("closes", ObjectType.WORK_ITEM, "T-1"))
                        .linked(merged("C-1", "Mon 10:00", ROBOT).onBehalfOf(ANA))
                        .until("Mon 14:00");
        assertThat(ticket.findings()).containsExactly("unverified_done Mon 14:00 - open");
        assertThat(ticket.onlyClaim().claimer()).isEqualTo(ROBOT);
    }

    /** The robot approved for Ana, then for Ben, then Cara did: whoever claims, one is kept. */
    @Test
    void whoeverClaimsTheEarliestOfSomebodyElseIsAmongTheEvidenceKept() {
        Map<Party, String> verifiedBy =
                Map.of(
                        BEN, "C-1change.reviewedMon 09:00",
                        ANA, "C-1change.reviewedMon 09:10",
                        ROBOT, "C-1change.reviewedMon 09:20");
        verifiedBy.forEach(
                (claimer, evidence) -> {
                    Verifications ticket =
                            Verifications.ofTicket()
                                    .linked(approved("C-1", "Mon 09:00", ROBOT).onBehalfOf(ANA))
                                    .linked(approved("C-1", "Mon 09:10", ROBOT).onBehalfOf(BEN))
                                    .linked(approved("C-1", "Mon 09:20", CARA))
                                    .linked(approved("C-1", "Mon 09:30", CARA))
                                    .own(done("Mon 10:00", claimer))
                                    .until("Mon 10:00");
                    assertThat(ticket.onlyClaim().evidenceEvents()).containsExactly(evidence);
                    assertThat(ticket.known().traces().evidence()).hasSize(3);
                });
    }

    @Test
    void whatIsFoundEndsWhenItsItemIsForgotten() {
        Verifications ticket =
                Verifications.ofTicket().own(done("Mon 10:00", ANA)).until("Mon 14:00");
        assertThat(ticket.forgotten("Mon+2 10:00").findings())
                .containsExactly("unverified_done Mon 14:00 - Mon 10:00 forgotten");
        assertThat(ticket.known().open()).isEmpty();
    }

    @Test
    void whatFailedOrWasOnlyCommentedIsNoEvidence() {
        Verifications ticket =
                Verifications.ofTicket()
                        .own(done("Mon 10:00", ANA))
                        .linked(check(Result.FAILURE, "ci-1", "Mon 11:00", PIPELINE))
                        .linked(check(Result.SKIPPED, "ci-2", "Mon 11:00", PIPELINE))
                        .linked(change(EventType.CHANGE_REVIEWED, "C-1", "Mon 11:00", BEN))
                        .until("Mon 14:00");
        assertThat(ticket.findings()).containsExactly("unverified_done Mon 14:00 - open");
    }

    @Test
    void evidenceAtTheDeadlineIsInTime() {
        Verifications ticket =
                Verifications.ofTicket()
                        .own(done("Mon 10:00", ANA))
                        .linked(merged("C-1", "Mon 14:00", BEN))
                        .until("Mon 17:00");
        assertThat(ticket.findings()).isEmpty();
        assertThat(ticket.onlyClaim().verified()).isTrue();
    }

    @Test
    void evidenceThatComesTooLateEndsTheFinding() {
        Verifications ticket =
                Verifications.ofTicket()
                        .own(done("Mon 10:00", ANA))
                        .linked(check(Result.SUCCESS, "ci-1", "Tue 11:00", PIPELINE))
                        .until("Wed 10:00");
        assertThat(ticket.findings())
                .containsExactly("unverified_done Mon 14:00 - Tue 11:00 evidence");
        assertThat(ticket.onlyRow().evidenceEvents()).containsExactly("ci-1@Tue 11:00");
        assertThat(ticket.onlyClaim().verified()).isFalse();
    }

    @Test
    void evidenceInTimeThatBecomesKnownTooLateTakesTheFindingBack() {
        Verifications ticket =
                Verifications.ofTicket()
                        .own(done("Mon 10:00", ANA))
                        .linkedLate("Tue 11:00", merged("C-1", "Mon 14:00", BEN))
                        .until("Wed 10:00");
        assertThat(ticket.findings())
                .containsExactly("unverified_done Mon 14:00 - Tue 11:00 retracted");
    }

    @Test
    void evidenceAfterTheDeadlineThatBecomesKnownLaterTakesNothingBack() {
        Verifications ticket =
                Verifications.ofTicket()
                        .own(done("Mon 10:00", ANA))
                        .linkedLate("Tue 11:00", merged("C-1", "Mon 14:01", BEN))
                        .until("Wed 10:00");
        assertThat(ticket.findings())
                .containsExactly("unverified_done Mon 14:00 - Tue 11:00 evidence");
    }

    @Test
    void aClaimThatBecomesKnownAfterItsGraceIsJudgedWhenItIsKnownAndNotInThePast() {
        Verifications ticket =
                Verifications.ofTicket()
                        .linked(opened("C-1", "Mon 09:00", BEN))
                        .linkedLate(
                                "Wed 10:00",
                                Happening.of(EventType.AGENT_CLAIMED_DONE, "Mon 10:00", ROBOT))
                        .until("Wed 10:00");
        assertThat(ticket.onlyClaim().judgedAt()).isEqualTo(at("Wed 10:00"));
        assertThat(ticket.findings()).containsExactly("unverified_done Wed 10:00 - open");
    }

    @Test
    void reopeningEndsTheFindingAndTheClaim() {
        Verifications ticket =
                Verifications.ofTicket()
                        .own(done("Mon 10:00", ANA))
                        .own(active("Tue 10:00", BEN))
                        .until("Tue 10:00");
        assertThat(ticket.findings())
                .containsExactly(
                        "unverified_done Mon 14:00 - Tue 10:00 reopened",
                        "contradicted_done (reopened) Tue 10:00 - open");
    }

    @Test
    void eachEntryIntoDoneIsAClaimOfItsOwn() {
        Verifications ticket =
                Verifications.ofTicket()
                        .own(done("Mon 10:00", ANA))
                        .own(active("Tue 10:00", BEN))
                        .own(done("Tue 11:00", BEN))
                        .until("Tue 15:00");
        assertThat(ticket.claims())
                .extracting(ClaimJudged::claimEvent)
                .containsExactly("done@Mon 10:00", "done@Tue 11:00");
        assertThat(ticket.findings()).contains("unverified_done Tue 15:00 - open");
    }

    @Test
    void aClaimTakenBackWithinItsGraceIsNotJudged() {
        Verifications ticket =
                Verifications.ofTicket()
                        .own(done("Mon 10:00", ANA))
                        .own(active("Mon 13:59", ANA))
                        .until("Wed 10:00");
        assertThat(ticket.claims()).isEmpty();
        assertThat(ticket.findings())
                .containsExactly("contradicted_done (reopened) Mon 13:59 - open");
    }

    @Test
    void whereAutomationMovesTheTicketItsOwnerClaims() {
        Verifications ticket =
                Verifications.ofTicket()
                        .own(assigned(ANA, "Mon 09:00", CARA))
                        .linked(merged("C-1", "Mon 10:00", ANA))
                        .own(done("Mon 10:01", PIPELINE))
                        .until("Mon 14:01");
        assertThat(ticket.onlyClaim().claimer()).isEqualTo(ANA);
        assertThat(ticket.findings()).containsExactly("unverified_done Mon 14:01 - open");
    }

    @Test
    void anAgentsWordIsAClaimAndWhoClosesTheTicketAfterItAddsNone() {
        Happening word =
                Happening.of(EventType.AGENT_CLAIMED_DONE, "Mon 10:00", ROBOT).withId("says");
        Verifications ticket =
                Verifications.ofTicket()
                        .own(active("Mon 09:00", ANA))
                        .linked(opened("C-1", "Mon 09:30", ROBOT))
                        .linked(word)
                        .linked(merged("C-1", "Mon 11:00", ANA))
                        .own(done("Mon 11:05", ANA))
                        .until("Wed 10:00");
        assertThat(ticket.onlyClaim().claimer()).isEqualTo(ROBOT);
        assertThat(ticket.onlyClaim().kind()).isEqualTo(ClaimKind.SESSION);
        assertThat(ticket.onlyClaim().verified()).isTrue();
        assertThat(ticket.findings()).isEmpty();
    }

    @Test
    void anAgentIsNoEvidenceForItself() {
        Happening word =
                Happening.of(EventType.AGENT_CLAIMED_DONE, "Mon 10:00", ROBOT).withId("says");
        Verifications ticket =
                Verifications.ofTicket()
                        .own(active("Mon 09:00", ANA))
                        .linked(
                                run(
                                        EventType.TEST_FINISHED,
                                        Result.SUCCESS,
                                        "t",
                                        "Mon 09:50",
                                        ROBOT))
                        .linked(word)
                        .until("Mon 14:00");
        assertThat(ticket.findings()).containsExactly("unverified_done Mon 14:00 - open");
        assertThat(ticket.onlyRow().claimEvent()).isEqualTo("says");
        assertThat(ticket.onlyClaim().onlySelfEvidence()).isTrue();
    }

    @Test
    void aMergedChangeThatClosesTheTicketIsItsAuthorsWord() {
        Happening closing =
                change(EventType.CHANGE_OPENED, "C-1", "Mon 09:00", ANA)
                        .linkedTo("closes", ObjectType.WORK_ITEM, "T-1");
        Verifications ticket =
                Verifications.ofTicket()
                        .own(active("Mon 09:00", ANA))
                        .linked(closing)
                        .linked(merged("C-1", "Mon 10:00", BEN))
                        .own(done("Mon 10:00", BEN))
                        .until("Wed 10:00");
        assertThat(ticket.onlyClaim().claimer()).isEqualTo(ANA);
        assertThat(ticket.onlyClaim().kind()).isEqualTo(ClaimKind.CLOSES);
        assertThat(ticket.onlyClaim().verified()).isTrue();
        assertThat(ticket.findings()).isEmpty();
    }

    @Test
    void aCancelledTicketClaimsNothing() {
        assertThat(
                        Verifications.ofTicket()
                                .own(moved(StateCategory.CANCELLED, "Mon 10:00", ANA))
                                .until("Wed 10:00")
                                .findings())
                .isEmpty();
        assertThat(
                        Verifications.ofTicket()
                                .own(done("Mon 10:00", ANA))
                                .own(moved(StateCategory.CANCELLED, "Tue 10:00", ANA))
                                .until("Wed 10:00")
                                .findings())
                .containsExactly("unverified_done Mon 14:00 - Tue 10:00 cancelled");
    }

    @Test
    void aDocumentNeedsNoEvidenceAndABugATest() {
        EvidenceProfiles profiles =
                new EvidenceProfiles(
                        Map.of(
                                "document",
                                EvidenceProfile.NONE,
                                "bug",
                                EvidenceProfile.of(Set.of(EvidenceKind.TEST))),
                        NO_CONTAINERS);
        Verifications document =
                Verifications.ofTicket(profiles)
                        .own(done("Mon 10:00", ANA).ofWorkType("Document"))
                        .until("Wed 10:00");
        assertThat(document.findings()).isEmpty();
        assertThat(document.claims()).isEmpty();
        Verifications bug =
                Verifications.ofTicket(profiles)
                        .own(done("Mon 10:00", ANA).ofWorkType("bug"))
                        .linked(merged("C-1", "Mon 11:00", BEN))
                        .linked(run(EventType.TEST_FINISHED, Result.SUCCESS, "t", "Tue 10:00", BEN))
                        .until("Wed 10:00");
        assertThat(bug.findings())
                .containsExactly("unverified_done Mon 14:00 - Tue 10:00 evidence");
    }

    @Test
    void anAgentsWordOnAChangeIsVerifiedByItsMerge() {
        Happening word =
                Happening.of(EventType.AGENT_CLAIMED_DONE, "Mon 10:00", ROBOT).withId("says");
        Verifications change =
                Verifications.ofChange()
                        .own(
                                change(EventType.CHANGE_OPENED, "C-1", "Mon 09:00", ROBOT)
                                        .linkedTo("implements", ObjectType.WORK_ITEM, "T-1"))
                        .linked(word)
                        .own(merged("C-1", "Tue 10:00", ANA))
                        .until("Wed 10:00");
        assertThat(change.findings())
                .containsExactly("unverified_done Mon 14:00 - Tue 10:00 evidence");
    }

    @Test
    void aMergeOrAnApprovalByNobodyKnownVerifiesNothing() {
        // Who merges his own change by the button of the tool may leave no name.
        Verifications ticket =
                Verifications.ofTicket()
                        .linked(opened("C-1", "Mon 09:00", ANA))
                        .linked(approved("C-1", "Mon 09:20", null))
                        .linked(merged("C-1", "Mon 09:30", null))
                        .own(done("Mon 10:00", ANA))
                        .until("Mon 14:00");
        assertThat(ticket.findings()).containsExactly("unverified_done Mon 14:00 - open");
        assertThat(ticket.onlyRow().evidenceEvents()).isEmpty();
        assertThat(ticket.onlyClaim().onlySelfEvidence()).isFalse();
    }

    @Test
    void anApprovalByAServiceIsNoReview() {
        Verifications ticket =
                Verifications.ofTicket()
                        .linked(opened("C-1", "Mon 09:00", ANA))
                        .linked(approved("C-1", "Mon 09:20", PIPELINE))
                        .linked(merged("C-1", "Mon 09:30", ANA))
                        .own(done("Mon 10:00", ANA))
                        .until("Mon 14:00");
        assertThat(ticket.findings()).containsExactly("unverified_done Mon 14:00 - open");
    }

    @Test
    void whatVerifiedBeforeAReopeningDoesNotVerifyTheNextDone() {
        Verifications ticket =
                Verifications.ofTicket()
                        .linked(merged("C-1", "Mon 09:30", BEN))
                        .own(done("Mon 10:00", ANA))
                        .own(active("Tue 10:00", CARA))
                        .own(done("Tue 11:00", ANA))
                        .linkedLate("Tue 11:30", approved("C-1", "Mon 09:20", BEN))
                        .until("Tue 15:00");
        assertThat(ticket.claims()).extracting(ClaimJudged::verified).containsExactly(true, false);
        assertThat(ticket.findings())
                .containsExactly(
                        "contradicted_done (reopened) Tue 10:00 - Tue 11:00 repaired",
                        "unverified_done Tue 15:00 - open");
    }

    @Test
    void afterAReopeningTheSameProducerVerifiesAnew() {
        Verifications ticket =
                Verifications.ofTicket()
                        .linked(merged("C-1", "Mon 09:30", BEN))
                        .own(done("Mon 10:00", ANA))
                        .own(active("Tue 10:00", CARA))
                        .linked(merged("C-2", "Tue 10:30", BEN))
                        .own(done("Tue 11:00", ANA))
                        .until("Tue 15:00");
        assertThat(ticket.claims())
                .extracting(ClaimJudged::evidenceEvents)
                .containsExactly(
                        List.of("C-1change.mergedMon 09:30"), List.of("C-2change.mergedTue 10:30"));
    }

    @Test
    void evidenceOfTheVeryInstantOfAReopeningIsOfBeforeIt() {
        Verifications first =
                Verifications.ofTicket()
                        .own(done("Mon 10:00", ANA))
                        .linked(approved("C-1", "Mon 11:00", BEN))
                        .own(active("Mon 11:00", CARA));
        Verifications last =
                Verifications.ofTicket()
                        .own(done("Mon 10:00", ANA))
                        .own(active("Mon 11:00", CARA))
                        .linked(approved("C-1", "Mon 11:00", BEN));
        assertThat(first.known().traces().evidence()).isEmpty();
        assertThat(last.known().traces().evidence()).isEmpty();
    }
}
