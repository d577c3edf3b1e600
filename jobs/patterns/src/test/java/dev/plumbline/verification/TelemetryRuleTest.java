package dev.plumbline.verification;

import static dev.plumbline.work.Happening.at;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.work.EvidenceProfile;
import dev.plumbline.work.EvidenceProfiles;
import dev.plumbline.work.ObjectType;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TelemetryRuleTest {

    private final TelemetryRule rule = new TelemetryRule(EvidenceProfiles.UNSTATED);
    private Telemetry pod = Telemetry.none();

    private static Finding unverified(String moment) {
        return finding(FindingKind.UNVERIFIED_DONE, ObjectType.WORK_ITEM, "T-1", "tickets", moment);
    }

    private static Finding orphan(String change, String moment) {
        return finding(FindingKind.ORPHAN_WORK, ObjectType.CHANGE, change, "repository", moment);
    }

    private static Finding finding(
            FindingKind kind, ObjectType type, String id, String container, String moment) {
        Suspicion why = new Suspicion(null, "claim", List.of());
        return Finding.opened(kind, type, id, container, at(moment), why);
    }

    private static Finding ended(Finding finding, FindingOutcome outcome, String moment) {
        return finding.ended(at(moment), Ending.as(outcome));
    }

    private boolean tells(Finding finding, boolean linked, String since) {
        return told(finding, linked, since).contains(finding);
    }

    private List<Finding> told(Finding finding, boolean linked, String since) {
        TelemetryStep step = rule.hear(pod, finding, linked, at(since));
        pod = step.telemetry();
        return step.told();
    }

    private List<Finding> linkedAtLast(Finding orphan, String moment) {
        return told(ended(orphan, FindingOutcome.LINKED, moment), false, "Mon 10:00");
    }

    @Test
    void whereNoEvidenceWasEverSeenItsAbsenceMeansNothing() {
        assertThat(tells(unverified("Mon 14:00"), false, "Mon 09:00")).isFalse();

        pod = pod.withEvidence("tickets", at("Mon 14:00"));
        assertThat(tells(unverified("Mon 14:00"), false, "Mon 09:00")).isTrue();
        assertThat(tells(unverified("Mon 13:59"), false, "Mon 09:00")).isFalse();
    }

    @Test
    void theDirectoryCanSayThatItIsConnectedFromTheStart() {
        EvidenceProfiles any =
                new EvidenceProfiles(Map.of(), Map.of("tickets", EvidenceProfile.ANY));
        Finding finding = unverified("Mon 14:00");

        assertThat(new TelemetryRule(any).hear(pod, finding, false, Instant.EPOCH).told())
                .containsExactly(finding);
    }

    @Test
    void aChangeWithoutATicketIsAnOrphanOnlyWhereOthersNameOne() {
        assertThat(tells(orphan("C-1", "Mon 10:00"), false, "Mon 10:00")).isFalse();

        pod = pod.withWorkItemLink("repository", at("Mon 11:00"));
        assertThat(tells(orphan("C-2", "Mon 12:00"), false, "Mon 12:00")).isTrue();
        assertThat(
                        tells(
                                ended(
                                        orphan("C-1", "Mon 10:00"),
                                        FindingOutcome.LINKED,
                                        "Tue 09:00"),
                                false,
                                "Mon 10:00"))
                .isFalse();
    }

    @Test
    void strayWorkOfTheTimeMayBeWhatTheTicketMisses() {
        pod = pod.withEvidence("tickets", at("Mon 08:00"));
        tells(orphan("C-1", "Mon 10:00"), false, "Mon 10:00");

        assertThat(tells(unverified("Mon 14:00"), false, "Mon 09:00")).isFalse();
        assertThat(tells(unverified("Mon 14:00"), false, "Mon 10:01")).isTrue();
        assertThat(tells(unverified("Mon 14:00"), true, "Mon 09:00")).isTrue();
    }

    @Test
    void whatWasWithheldIsNotToldWhenItEnds() {
        pod = pod.withEvidence("tickets", at("Mon 08:00"));
        tells(orphan("C-1", "Mon 10:00"), false, "Mon 10:00");
        tells(unverified("Mon 14:00"), false, "Mon 09:00");

        Finding over = ended(unverified("Mon 14:00"), FindingOutcome.REOPENED, "Mon 16:00");
        assertThat(tells(over, false, "Mon 09:00")).isFalse();
        assertThat(pod.withheld()).isEmpty();
        assertThat(linkedAtLast(orphan("C-1", "Mon 10:00"), "Tue 10:00")).isEmpty();
        assertThat(pod.strays()).isEmpty();
    }

    @Test
    void strayWorkThatBelongsElsewhereIsNotWhatTheTicketMisses() {
        pod = pod.withEvidence("tickets", at("Mon 08:00"));
        tells(orphan("C-1", "Mon 10:00"), false, "Mon 10:00");
        tells(orphan("C-2", "Mon 11:00"), false, "Mon 11:00");
        tells(orphan("C-3", "Mon 15:00"), false, "Mon 15:00");
        Finding withheld = unverified("Mon 14:00");
        assertThat(tells(withheld, false, "Mon 09:00")).isFalse();

        assertThat(linkedAtLast(orphan("C-3", "Mon 15:00"), "Tue 10:00")).isEmpty();
        assertThat(linkedAtLast(orphan("C-1", "Mon 10:00"), "Tue 11:00")).isEmpty();
        assertThat(linkedAtLast(orphan("C-2", "Mon 11:00"), "Tue 12:00")).containsExactly(withheld);
        assertThat(pod.withheld()).isEmpty();
        assertThat(tells(ended(withheld, FindingOutcome.EVIDENCE, "Wed 09:00"), true, "Mon 09:00"))
                .isTrue();
    }

    @Test
    void strayWorkThatIsForgottenMayStillBeWhatTheTicketMisses() {
        pod = pod.withEvidence("tickets", at("Mon 08:00"));
        Finding orphan = orphan("C-1", "Mon 10:00");
        tells(orphan, false, "Mon 10:00");
        tells(unverified("Mon 14:00"), false, "Mon 09:00");

        Finding forgotten = ended(orphan, FindingOutcome.FORGOTTEN, "Mon+9 10:00");
        assertThat(told(forgotten, false, "Mon 10:00")).isEmpty();
        assertThat(pod.strays()).isEmpty();
        assertThat(pod.withheld()).hasSize(1);
    }

    @Test
    void ofMoreThanCanBeWithheldTheOldestIsToldWhenItEnds() {
        pod = pod.withEvidence("tickets", at("Mon 08:00"));
        tells(orphan("C-1", "Mon 10:00"), false, "Mon 10:00");
        List<Finding> withheld = new ArrayList<>();
        for (int number = 0; number <= Telemetry.MOST_WITHHELD; number++) {
            String moment = String.format(Locale.ROOT, "Mon 11:00:00.%04d", number);
            withheld.add(unverified(moment));
            assertThat(tells(unverified(moment), false, "Mon 09:00")).isFalse();
        }
        Finding oldest = withheld.get(0);

        assertThat(pod.withheld()).hasSize(1024).doesNotContainKey(oldest.id());
        assertThat(linkedAtLast(orphan("C-1", "Mon 10:00"), "Tue 10:00"))
                .isEqualTo(withheld.subList(1, 1025));
        assertThat(tells(ended(oldest, FindingOutcome.REOPENED, "Wed 09:00"), false, "Mon 09:00"))
                .isTrue();
    }

    @Test
    void ofMoreStrayWorkThanIsRememberedTheOldestIsForgotten() {
        pod = pod.withEvidence("tickets", at("Mon 08:00"));
        for (int number = 0; number <= Telemetry.MOST_STRAYS; number++) {
            String moment = String.format(Locale.ROOT, "Mon 10:00:00.%03d", number);
            tells(orphan("C-" + number, moment), false, "Mon 10:00");
        }

        assertThat(pod.strays()).hasSize(256);
        assertThat(pod.hasStrayIn(at("Mon 10:00"), at("Mon 10:00"))).isFalse();
    }

    @Test
    void aClaimThatCannotBeKnownCountsNeitherWay() {
        pod = pod.withEvidence("tickets", at("Mon 08:00"));
        tells(orphan("C-1", "Mon 10:00"), false, "Mon 10:00");

        assertThat(counts(false, false)).isFalse();
        assertThat(counts(false, true)).isTrue();
        assertThat(counts(true, false)).isTrue();
    }

    private boolean counts(boolean verified, boolean linked) {
        ClaimJudged claim =
                new ClaimJudged(
                        "claim",
                        ClaimKind.DONE,
                        null,
                        at("Mon 10:00"),
                        at("Mon 14:00"),
                        verified,
                        false,
                        List.of());
        return rule.counts(pod, claim, "tickets", linked, at("Mon 09:00"));
    }

    @Test
    void aCommitLiesAboutFromItsPushOn() {
        // Pushed at 10:00, an orphan four working hours later.
        pod = pod.withEvidence("tickets", at("Mon 08:00"));
        Finding commit =
                finding(
                        FindingKind.ORPHAN_WORK,
                        ObjectType.COMMIT,
                        "sha-1",
                        "repository",
                        "Mon 14:00");
        tells(commit, false, "Mon 10:00");

        assertThat(tells(unverified("Mon 15:00"), false, "Mon 10:01")).isTrue();
        assertThat(tells(unverified("Mon 15:00"), false, "Mon 10:00")).isFalse();
    }
}
