package dev.plumbline.streaming.verification;

import static dev.plumbline.streaming.Told.ANA;
import static dev.plumbline.streaming.Told.at;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.plumbline.directory.Directory;
import dev.plumbline.pod.PodFact;
import dev.plumbline.pod.PodFactKind;
import dev.plumbline.streaming.Rehearsal;
import dev.plumbline.streaming.Ways;
import dev.plumbline.streaming.Ways.Moment;
import dev.plumbline.streaming.directory.DirectoryYaml;
import dev.plumbline.streaming.verification.PodNews.Sign;
import dev.plumbline.verification.ClaimJudged;
import dev.plumbline.verification.ClaimKind;
import dev.plumbline.verification.Finding;
import dev.plumbline.verification.FindingKind;
import dev.plumbline.verification.FindingOutcome;
import dev.plumbline.work.ObjectType;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class FindingFunctionTest {

    private static final Directory STATED =
            DirectoryYaml.parse("evidence: {containers: {\"jira:PAY\": any}}", "pods.yaml");

    private Rehearsal<PodNews, PodFact> containers;

    private Rehearsal<PodNews, PodFact> start(Directory directory) throws Exception {
        containers = new Rehearsal<>(() -> new FindingFunction(directory.evidence()), PodNews::key);
        return containers;
    }

    @AfterEach
    void stop() throws Exception {
        containers.close();
    }

    private static PodNews news(
            String container, Instant at, String item, Finding finding, ClaimJudged claim) {
        return new PodNews("acme", container, at, item, 3, "red", true, at, finding, claim, null);
    }

    private static PodNews sign(Sign sign, String container, Instant at) {
        return new PodNews("acme", container, at, "z", 1, "red", true, at, null, null, sign);
    }

    private static PodNews found(FindingKind kind, String container, Instant at, Instant endedAt) {
        FindingOutcome outcome = endedAt == null ? FindingOutcome.OPEN : FindingOutcome.EVIDENCE;
        Finding finding =
                new Finding(
                        kind.word() + "/T-1/" + at,
                        kind,
                        ObjectType.WORK_ITEM,
                        "T-1",
                        container,
                        at,
                        endedAt,
                        outcome,
                        null,
                        "claim",
                        List.of());
        return news(container, endedAt == null ? at : endedAt, "work_item:T-1", finding, null);
    }

    private static PodNews claim(String container, Instant at, boolean verified) {
        ClaimJudged judged =
                new ClaimJudged(
                        "claim@" + at,
                        ClaimKind.DONE,
                        ANA,
                        at.minusSeconds(3600),
                        at,
                        verified,
                        false,
                        List.of());
        return news(container, at, "work_item:T-2", null, judged);
    }

    private List<PublishedFinding> findings() {
        return containers.sideOutput(FindingFunction.FINDINGS);
    }

    @Test
    void whereNoEvidenceWasEverSeenItsAbsenceIsNotTold() throws Exception {
        start(Directory.empty())
                .hears(found(FindingKind.UNVERIFIED_DONE, "jira:PAY", at("02T10:00"), null))
                .hears(found(FindingKind.GHOST_WORK, "jira:PAY", at("02T11:00"), null))
                .hears(found(FindingKind.CONTRADICTED_DONE, "jira:PAY", at("02T12:00"), null))
                .hears(claim("jira:PAY", at("02T13:00"), false))
                .clockReaches(at("03T00:00"));

        assertThat(findings())
                .extracting(PublishedFinding::kind)
                .containsExactly("contradicted_done");
        assertThat(containers.output()).isEmpty();
    }

    @Test
    void fromTheFirstSignOnItIsToldWhateverArrivesFirst() throws Exception {
        start(Directory.empty())
                .hears(found(FindingKind.GHOST_WORK, "jira:PAY", at("02T12:00"), null))
                .hears(claim("jira:PAY", at("02T12:00"), false))
                .hears(claim("jira:PAY", at("02T11:59"), false))
                .hears(sign(Sign.EVIDENCE, "jira:PAY", at("02T12:00")))
                .clockReaches(at("02T12:00"));

        assertThat(findings()).extracting(PublishedFinding::kind).containsExactly("ghost_work");
        assertThat(containers.output())
                .extracting(PodFact::kind, PodFact::at, PodFact::pod)
                .containsExactly(tuple(PodFactKind.CLAIM_UNVERIFIED, at("02T12:00"), "red"));
    }

    @Test
    void aFindingFromBeforeTheFirstSignEndsUntoldToo() throws Exception {
        Instant opened = at("02T10:00");
        start(Directory.empty())
                .hears(found(FindingKind.UNVERIFIED_DONE, "jira:PAY", opened, null))
                .hears(sign(Sign.EVIDENCE, "jira:PAY", at("02T12:00")))
                .hears(found(FindingKind.UNVERIFIED_DONE, "jira:PAY", opened, at("02T13:00")))
                .clockReaches(at("03T00:00"));

        assertThat(findings()).isEmpty();
    }

    private static PodNews ofTicket(Instant at, Finding finding) {
        Instant began = at("02T09:00");
        return new PodNews(
                "acme",
                "jira:PAY",
                at,
                "work_item:T-1",
                3,
                "red",
                false,
                began,
                finding,
                null,
                null);
    }

    private static PodNews ofChange(Instant at, Finding finding) {
        return new PodNews(
                "acme", "git:a", at, "change:C-1", 3, "red", false, at, finding, null, null);
    }

    /** The same finding, open for null. */
    private static Finding finding(
            FindingKind kind, ObjectType type, String id, Instant opened, FindingOutcome end) {
        return new Finding(
                kind.word() + "/" + id,
                kind,
                type,
                id,
                type == ObjectType.CHANGE ? "git:a" : "jira:PAY",
                opened,
                end == null ? null : at("04T10:00"),
                end == null ? FindingOutcome.OPEN : end,
                null,
                "claim",
                List.of());
    }

    /**
     * The change C-1 was merged for nothing while T-1 was worked on. On Wednesday it is linked:
     * elsewhere, and then T-1 misses its work; or to T-1, whose finding was never true then.
     */
    @Test
    void whatWasWithheldForStrayWorkIsToldWhenThatBelongsElsewhere() throws Exception {
        FindingKind unverified = FindingKind.UNVERIFIED_DONE;
        FindingKind orphan = FindingKind.ORPHAN_WORK;
        Instant merged = at("02T10:00");
        Instant due = at("02T14:00");
        Instant linked = at("04T10:00");
        ObjectType ticket = ObjectType.WORK_ITEM;
        ObjectType change = ObjectType.CHANGE;
        for (boolean elsewhere : List.of(true, false)) {
            start(STATED)
                    .hears(ofChange(merged, finding(orphan, change, "C-1", merged, null)))
                    .hears(ofTicket(due, finding(unverified, ticket, "T-1", due, null)))
                    .clockReaches(at("03T00:00"));
            assertThat(findings()).isEmpty();

            if (!elsewhere) {
                FindingOutcome never = FindingOutcome.RETRACTED;
                containers.hears(ofTicket(linked, finding(unverified, ticket, "T-1", due, never)));
            }
            containers
                    .hears(
                            ofChange(
                                    linked,
                                    finding(orphan, change, "C-1", merged, FindingOutcome.LINKED)))
                    .clockReaches(linked);

            assertThat(findings())
                    .extracting(PublishedFinding::objectId, PublishedFinding::openedAt)
                    .isEqualTo(elsewhere ? List.of(tuple("T-1", due)) : List.of());
            stop();
        }
        start(STATED);
    }

    @Test
    void orphansAreToldWhereSomebodyNamesWorkItemsAndSignsOfEvidenceAreNone() throws Exception {
        start(Directory.empty())
                .hears(sign(Sign.EVIDENCE, "git:a", at("02T09:00")))
                .hears(found(FindingKind.ORPHAN_WORK, "git:a", at("02T10:00"), null))
                .hears(sign(Sign.WORK_ITEM_LINK, "git:b", at("02T09:00")))
                .hears(found(FindingKind.ORPHAN_WORK, "git:b", at("02T10:00"), null))
                .clockReaches(at("03T00:00"));

        assertThat(findings()).extracting(PublishedFinding::container).containsExactly("git:b");
    }

    @Test
    void whatTheDirectorySaysCountsFromTheStart() throws Exception {
        start(STATED)
                .hears(claim("jira:PAY", at("02T10:00"), false))
                .hears(claim("jira:OPS", at("02T10:00"), false))
                .hears(claim("jira:OPS", at("02T11:00"), true))
                .streamEnds();

        assertThat(containers.output())
                .extracting(PodFact::kind, PodFact::at)
                .containsExactlyInAnyOrder(
                        tuple(PodFactKind.CLAIM_UNVERIFIED, at("02T10:00")),
                        tuple(PodFactKind.CLAIM_VERIFIED, at("02T11:00")));
        assertThat(containers.timers()).isZero();
    }

    @Test
    void orderRestartsAndTheStepsOfTheClockChangeNothing() throws Exception {
        List<Moment<PodNews>> story = new ArrayList<>();
        Random random = new Random(10);
        List<FindingKind> kinds = List.of(FindingKind.values());
        for (int i = 0; i < 80; i++) {
            Instant at = at("02T00:00").plus(Duration.ofHours(random.nextInt(14 * 24)));
            String container = "git:" + random.nextInt(3);
            FindingKind kind = kinds.get(random.nextInt(kinds.size()));
            boolean late = at.isAfter(at("06T00:00"));
            Sign sign = random.nextBoolean() ? Sign.EVIDENCE : Sign.WORK_ITEM_LINK;
            PodNews news =
                    switch (random.nextInt(late ? 5 : 4)) {
                        case 0, 1 -> claim(container, at, random.nextInt(4) == 0);
                        case 2 -> found(kind, container, at, null);
                        case 3 -> found(kind, container, at("04T00:00"), at.plusSeconds(1));
                        default -> sign(sign, container, at);
                    };
            if (!news.at().isBefore(at("02T00:00"))) {
                story.add(new Moment<>(news.at(), news));
            }
        }
        List<String> told = Ways.atOnce(stage(), story);
        assertThat(told).hasSizeBetween(10, story.size() - 10);
        for (int seed = 1; seed <= 4; seed++) {
            assertThat(
                            Ways.inSteps(
                                    stage(),
                                    story,
                                    at("17T00:00"),
                                    Duration.ofHours(30L * seed),
                                    new Random(seed)))
                    .isEqualTo(told);
        }
        start(STATED);
    }

    private Ways.Stage<PodNews> stage() throws Exception {
        return Ways.stage(start(Directory.empty()), FindingFunction.FINDINGS);
    }
}
