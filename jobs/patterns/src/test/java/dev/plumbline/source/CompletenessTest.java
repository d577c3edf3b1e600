package dev.plumbline.source;

import static dev.plumbline.work.Happening.at;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.plumbline.time.WorkCalendar;
import dev.plumbline.work.Organisation;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The window is Tuesday; people work 09:00 to 17:00. */
class CompletenessTest {

    private static final WorkCalendar CALENDAR = WorkCalendar.standard(ZoneOffset.UTC);

    private static SilentSource silence(
            String container, GapClock clock, String since, String detected, String ended) {
        String source = container.substring(0, container.indexOf(':'));
        return new SilentSource(
                "acme",
                source,
                container,
                at(since),
                at(detected),
                ended == null ? null : at(ended),
                ended == null ? SilenceOutcome.OPEN : SilenceOutcome.HEARD,
                clock,
                3_600);
    }

    private static SilentSource working(String container, String ended) {
        return silence(container, GapClock.WORKING, "Tue 10:00", "Tue 11:00", ended);
    }

    private static double tuesday(
            List<String> containers, List<SilentSource> silences, String asOf) {
        return Completeness.of(containers, silences, at("Tue 00:00"), at(asOf), CALENDAR);
    }

    @Test
    void sevenOfEightHoursUnseenLeaveAnEighth() {
        List<SilentSource> silences = List.of(working("jira:PAY", null));

        assertThat(tuesday(List.of("jira:PAY"), silences, "Wed 00:00")).isEqualTo(0.125);
    }

    @Test
    void anotherContainerThatIsHeardHalvesTheLoss() {
        List<SilentSource> silences = List.of(working("jira:PAY", null));

        assertThat(tuesday(List.of("jira:PAY", "git:pay"), silences, "Wed 00:00"))
                .isEqualTo((0.125 + 1) / 2);
    }

    @Test
    void aRowKnowsOnlyTheSilencesDetectedByThen() {
        List<SilentSource> silences = List.of(working("jira:PAY", "Tue 13:00"));

        assertThat(tuesday(List.of("jira:PAY"), silences, "Tue 10:59")).isEqualTo(1);
        assertThat(tuesday(List.of("jira:PAY"), silences, "Tue 11:00")).isEqualTo(1 / 2.0);
        assertThat(tuesday(List.of("jira:PAY"), silences, "Tue 12:00"))
                .isEqualTo(1 / 3.0, within(1e-12));
        assertThat(tuesday(List.of("jira:PAY"), silences, "Tue 13:00")).isEqualTo(1 / 4.0);
        assertThat(tuesday(List.of("jira:PAY"), silences, "Wed 00:00")).isEqualTo(5 / 8.0);
    }

    /** The minute in which it was heard again is over later: whoever asks before sees the same. */
    @Test
    void withinTheMinuteOfItsEndItIsTheSameWhetherTheEndIsKnownOrNot() {
        double unknown =
                Completeness.of(
                        List.of("jira:PAY"),
                        List.of(working("jira:PAY", null)),
                        at("Tue 00:00"),
                        at("Tue 13:00").plusSeconds(30),
                        CALENDAR);
        double known =
                Completeness.of(
                        List.of("jira:PAY"),
                        List.of(working("jira:PAY", "Tue 13:00")),
                        at("Tue 00:00"),
                        at("Tue 13:00").plusSeconds(30),
                        CALENDAR);

        assertThat(known).isEqualTo(unknown).isEqualTo(0.25);
    }

    @Test
    void whatIsHeardDayAndNightIsMeasuredByTheWallClock() {
        SilentSource night =
                silence("git:pay", GapClock.ELAPSED, "Tue 00:00", "Tue 02:00", "Tue 06:00");

        assertThat(tuesday(List.of("git:pay"), List.of(night), "Wed 00:00")).isEqualTo(0.75);
    }

    @Test
    void whatTwoSourcesHideTogetherCountsOnce() {
        SilentSource morning =
                silence("jira:PAY", GapClock.WORKING, "Tue 09:00", "Tue 10:00", "Tue 12:00");
        SilentSource noon =
                silence("jira:PAY", GapClock.WORKING, "Tue 11:00", "Tue 12:30", "Tue 13:00");

        assertThat(tuesday(List.of("jira:PAY"), List.of(noon, morning), "Wed 00:00"))
                .isEqualTo(0.5);
    }

    @Test
    void aSourceThatIsSilentAltogetherHidesAllItsContainers() {
        SilentSource connector =
                new SilentSource(
                        "acme",
                        "jira",
                        "",
                        at("Tue 13:00"),
                        at("Tue 14:00"),
                        null,
                        SilenceOutcome.OPEN,
                        GapClock.WORKING,
                        3_600);

        assertThat(tuesday(List.of("jira:PAY"), List.of(connector), "Wed 00:00")).isEqualTo(0.5);
        assertThat(tuesday(List.of("jirafe:X"), List.of(connector), "Wed 00:00")).isEqualTo(1);
    }

    @Test
    void aWeekendHasNoWorkingTimeToMiss() {
        SilentSource lasting = working("jira:PAY", null);

        assertThat(
                        Completeness.of(
                                List.of("jira:PAY"),
                                List.of(lasting),
                                at("Sat 00:00"),
                                at("Sun 00:00"),
                                CALENDAR))
                .isEqualTo(1);
    }

    @Test
    void aPodThatHasHeardFromNoContainerMissesNothing() {
        assertThat(tuesday(List.of(), List.of(working("jira:PAY", null)), "Wed 00:00"))
                .isEqualTo(1);
    }

    /** Pod red owns the project RED and has heard from jira:PAY only. */
    @Test
    void aContainerThePodOwnsCountsFromTheMomentItIsSilent() {
        PodSight sight = new PodSight(Organisation.ACME);
        HeardContainers heard = HeardContainers.none().with("jira:PAY", at("Mon 09:00"));
        SilentSource red =
                new SilentSource(
                        "acme",
                        "jira",
                        "RED",
                        at("Tue 13:00"),
                        at("Tue 14:00"),
                        null,
                        SilenceOutcome.OPEN,
                        GapClock.WORKING,
                        3_600);
        SilentSource elsewhere = working("jira:OTHER", null);
        List<SilentSource> silences = List.of(red, elsewhere);

        assertThat(
                        sight.completeness(
                                "acme",
                                "red",
                                heard,
                                silences,
                                at("Tue 00:00"),
                                at("Wed 00:00"),
                                false))
                .isEqualTo((1 + 0.5) / 2);
        assertThat(
                        sight.completeness(
                                "acme",
                                "red",
                                heard,
                                silences,
                                at("Tue 00:00"),
                                at("Tue 13:59"),
                                false))
                .isEqualTo(1);
        assertThat(
                        sight.completeness(
                                "other",
                                "red",
                                heard,
                                silences,
                                at("Tue 00:00"),
                                at("Wed 00:00"),
                                false))
                .isEqualTo(1);
    }

    @Test
    void aSilenceThatEndedBeforeTheWindowCountsNothingWhetherItIsKeptOrNot() {
        PodSight sight = new PodSight(Organisation.ACME);
        HeardContainers heard = HeardContainers.none().with("jira:PAY", at("Mon 09:00"));
        List<SilentSource> before =
                List.of(
                        silence(
                                "jira:RED",
                                GapClock.WORKING,
                                "Mon 09:00",
                                "Mon 10:00",
                                "Mon 12:00"));

        assertThat(
                        sight.completeness(
                                "acme",
                                "red",
                                heard,
                                before,
                                at("Tue 00:00"),
                                at("Wed 00:00"),
                                false))
                .isEqualTo(1);
    }

    @Test
    void aSilenceIsOverTwoWeeksAfterItsEnd() {
        SilentSource ended = working("jira:PAY", "Tue 13:00");

        assertThat(PodSight.isOver(ended, at("Tue+2 13:00"))).isFalse();
        assertThat(PodSight.isOver(ended, at("Tue+2 13:01"))).isTrue();
        assertThat(PodSight.isOver(working("jira:PAY", null), at("Tue+60 13:00"))).isFalse();
    }

    @Test
    void aPodThatFallsSilentKeepsItsContainersAndOneThatMovesOnLeavesThem() {
        HeardContainers heard =
                HeardContainers.none()
                        .with("jira:OLD", at("Mon 09:00"))
                        .with(null, at("Mon+20 09:00"))
                        .with("jira:NEW", at("Mon+8 09:00"));
        assertThat(heard.names()).containsExactlyInAnyOrder("jira:OLD", "jira:NEW");

        assertThat(heard.with("jira:NEW", at("Mon+8 09:01")).names()).containsExactly("jira:NEW");
    }

    /** Of the builds of RED, which pod red owns, the pod only knows evidence. */
    @Test
    void aBlindServerOfBuildsHidesOnlyWhatRestsOnEvidence() {
        PodSight sight = new PodSight(Organisation.ACME);
        HeardContainers heard =
                HeardContainers.none()
                        .with("jira:PAY", at("Mon 09:00"))
                        .withEvidence("jenkins:pay", at("Mon 10:00"))
                        .withEvidence("RED", at("Mon 10:00"));
        List<SilentSource> silences =
                List.of(
                        working("jenkins:pay", null),
                        silence(
                                "jenkins:pay",
                                GapClock.WORKING,
                                "Mon 09:00",
                                "Mon 10:00",
                                "Mon 11:00"),
                        of("RED", "Tue 13:00", "Tue 14:00"));

        assertThat(ofTuesday(sight, heard, silences, false)).isEqualTo(1);
        assertThat(ofTuesday(sight, heard, silences, true))
                .isEqualTo((1 + 0.125 + 0.5) / 3, within(1e-12));
    }

    @Test
    void aContainerThatBringsWorkAndEvidenceCountsOnceForBoth() {
        PodSight sight = new PodSight(Organisation.ACME);
        HeardContainers heard =
                HeardContainers.none()
                        .withEvidence("git:pay", at("Mon 09:00"))
                        .with("git:pay", at("Mon 10:00"))
                        .with("jira:PAY", at("Mon 10:00"));
        List<SilentSource> silences = List.of(working("git:pay", null));

        assertThat(ofTuesday(sight, heard, silences, false)).isEqualTo((0.125 + 1) / 2);
        assertThat(ofTuesday(sight, heard, silences, true)).isEqualTo((0.125 + 1) / 2);
    }

    @Test
    void evidenceKeepsNoPodAliveAndLeavesWhenItIsOld() {
        HeardContainers heard =
                HeardContainers.none()
                        .with("jira:PAY", at("Mon 09:00"))
                        .withEvidence("jenkins:old", at("Mon 10:00"))
                        .withEvidence("jenkins:pay", at("Mon+20 10:00"));
        assertThat(heard.names()).containsExactly("jira:PAY");
        assertThat(heard.evidenceNames()).containsExactly("jenkins:pay");

        HeardContainers moved = heard.with("jira:NEW", at("Mon+21 09:00"));
        assertThat(moved.names()).containsExactly("jira:NEW");
        assertThat(moved.evidenceNames()).containsExactly("jenkins:pay");
    }

    private static SilentSource of(String container, String since, String detected) {
        return new SilentSource(
                "acme",
                "jira",
                container,
                at(since),
                at(detected),
                null,
                SilenceOutcome.OPEN,
                GapClock.WORKING,
                3_600);
    }

    private static double ofTuesday(
            PodSight sight, HeardContainers heard, List<SilentSource> silences, boolean evidence) {
        return sight.completeness(
                "acme", "red", heard, silences, at("Tue 00:00"), at("Wed 00:00"), evidence);
    }
}
