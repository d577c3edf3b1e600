package dev.plumbline.standalone.findings;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.standalone.store.Store;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("cluster")
class FindingsReportTest {

    private static final String TOO_FEW =
            "–: too few to tell; a median needs 5 picked up, by 2 people, the longest tenth 10.";
    private static final String ONE_PERSON =
            "Not shown: what went to one person only, for it would tell of that person.";
    private static final String TIMES_OF_GIT =
            "git: no times of reviews; a wait runs from a commit's writing to its entry, and ends"
                    + " without pickup where no other person is named.";

    private static Store store;
    private static Trace trace;

    @BeforeAll
    static void open() {
        store = Store.temporary();
        trace = new Trace(store);
    }

    @AfterAll
    static void close() {
        store.close();
    }

    @BeforeEach
    void forget() throws SQLException {
        trace.forget();
    }

    @Test
    void aMedianIsToldOfFivePickupsAndTheLongestTenthOfTen() throws SQLException {
        for (int hours = 1; hours <= 5; hours++) {
            trace.reviewed("github:shop", hours % 2 == 0 ? "ann" : "bob", hours);
        }
        trace.notPickedUp("github:shop", "review", null, "abandoned");
        trace.notPickedUp("github:shop", "review", null, "open");
        assertThat(page()).contains("github human review 7 5 3.0 h – 1 1", TOO_FEW);

        for (int hours = 6; hours <= 10; hours++) {
            trace.reviewed("github:shop", "ann", hours);
        }
        // Of 1 to 10 hours the median is between 5 and 6; nine tenths of the way from 1 to 10 is
        // 9.1.
        assertThat(page())
                .contains("github human review 12 10 5.5 h 9.1 h 1 1")
                .doesNotContain(TOO_FEW);
    }

    @Test
    void threeReviewsPickedUpByTwoPeopleAreToldAndTooFewForTheRest() throws SQLException {
        trace.reviewed("github:shop", "ann", 1);
        trace.reviewed("github:shop", "ann", 2);
        trace.reviewed("github:shop", "bob", 3);

        assertThat(page()).contains("github human review 3 3 – – 0 0", TOO_FEW);
    }

    @Test
    void twoPickupsAmongFifteenHandoffsMakeNoMedian() throws SQLException {
        trace.reviewed("github:shop", "ann", 1_000);
        trace.reviewed("github:shop", "bob", 2_000);
        for (int i = 0; i < 13; i++) {
            trace.notPickedUp("github:shop", "review", null, "abandoned");
        }

        assertThat(page()).contains("github human review 15 2 – – 13 0", TOO_FEW);
    }

    @Test
    void whatOnePersonPickedUpIsNotShownHoweverMuchItIs() throws SQLException {
        for (int hours = 1; hours <= 12; hours++) {
            trace.reviewed("github:shop", "ann", hours);
        }

        assertThat(page()).contains(ONE_PERSON).noneMatch(line -> line.contains("human review"));
    }

    @Test
    void thePaceOfTheOnlyOneWhoPickedUpIsNotShownBesideOthersWhoDidNot() throws SQLException {
        for (int hours = 1; hours <= 5; hours++) {
            trace.reviewed("github:shop", "ann", hours);
        }
        trace.notPickedUp("github:shop", "review", "bob", "bounced");

        assertThat(page()).contains("github human review 6 5 – – 1 0", TOO_FEW);
    }

    @Test
    void reviewsOfAGitHistoryStandApartAndAreSaidToHaveNoTimes() throws SQLException {
        trace.reviewed("github:shop", "ann", 1);
        trace.reviewed("github:shop", "bob", 1);
        assertThat(page()).doesNotContain(TIMES_OF_GIT);

        trace.reviewed("git:shop", "ann", 1);
        trace.reviewed("git:shop", "bob", 1);
        assertThat(page())
                .contains(
                        "github human review 2 2 – – 0 0",
                        "git human review 2 2 – – 0 0",
                        TIMES_OF_GIT);
    }

    @Test
    void withoutAnyHandoffToAPersonThePageSaysSo() throws SQLException {
        trace.finished("git:shop", "ann", 1);

        assertThat(page())
                .contains(
                        "No handoff to a person was seen.",
                        "No pod has finished 5 items: too few to tell.",
                        "Nothing bounced.",
                        "Nothing waits.");
    }

    @Test
    void podsOfOnePersonAreNotAmongTheSlowest() throws SQLException {
        for (int hours = 10; hours <= 50; hours += 10) {
            trace.finished("git:alone", "ann", 10 * hours);
            trace.finished("git:shop", hours == 10 ? "ann" : "bob", hours);
        }

        assertThat(page())
                .contains(
                        "git:shop 5 30.0 h – 0 %",
                        "Not shown: pods in which one person owned what was finished.")
                .noneMatch(line -> line.startsWith("git:alone"));
    }

    @Test
    void stallsAreToldByWhatWaitsForWhomAndTheOpenOnesByHowImprobableTheyAre() throws SQLException {
        trace.finished("git:shop", "ann", 1);
        trace.stalled("git:shop", "critical", "open", 10);
        trace.stalled("git:shop", "warning", "open", 10);
        trace.stalled("git:shop", "high", "resumed", 20);
        trace.stalled("git:shop", "high", "finished", 40);

        // Noticed after 10, 10, 20 and 40 hours: the median is between 10 and 20.
        assertThat(page())
                .contains(
                        "change review a reviewer 4 1 1 2 15.0 h",
                        "2 are: 1 critical (at most 1 gap in 1,000 of such a pod lasts so long), 0"
                                + " high (1 in 100), 1 warning (5 in 100).")
                .anyMatch(
                        line ->
                                line.matches(
                                        "change-\\d+ git:shop a reviewer critical [0-9.,]+ d"
                                                + " 10\\.0 h 40"))
                .filteredOn(line -> line.startsWith("change-"))
                .hasSize(2);
    }

    @Test
    void whereNothingIsSilentFoundOrUnheardThePageSaysSo() throws SQLException {
        trace.finished("git:shop", "ann", 1);
        trace.source("git:shop", "heard");
        trace.source("git:new", "learning");

        assertThat(page())
                .contains(
                        "Nothing was ever silent for so long.",
                        "Nothing is silent now.",
                        "They agree wherever evidence is connected.",
                        "0 are silent, 1 are heard, of 1 it is not yet known how often they should"
                                + " be.");
    }

    @Test
    void findingsAreExplainedAndThoseThatWereNeverTrueAreNotCounted() throws SQLException {
        trace.found("unverified_done", "open", true);
        trace.found("unverified_done", "open", false);
        trace.found("unverified_done", "evidence", true);
        trace.found("unverified_done", "retracted", true);
        trace.found("orphan_work", "open", true);
        trace.found("source_silence", "open", true);

        assertThat(page())
                .contains(
                        "unverified_done said to be done; nobody else has shown it 3 2 3",
                        "orphan_work merged; belongs to no work item 1 1 1",
                        "1 of the 2 open unverified ones are not done in their tool: a session of"
                                + " an agent that ended, or a change, said so.",
                        "Not counted: 1 whose evidence was in time and only learned of later.")
                .noneMatch(line -> line.startsWith("source_silence"));
    }

    @Test
    void aSilentSourceStandsThereWithWhatWasExpectedOfIt() throws SQLException {
        trace.finished("git:shop", "ann", 1);
        trace.source("git:shop", "silent");
        trace.source("", "heard");

        // The connector's own heartbeats are heard, so that nothing has to be said of them.
        assertThat(page())
                .anyMatch(line -> line.matches("git git:shop [0-9.,]+ d 2\\.0 h working"))
                .contains(
                        "1 are silent, 1 are heard, of 0 it is not yet known how often they should"
                                + " be.")
                .noneMatch(line -> line.startsWith("Where nobody works"));
    }

    @Test
    void ofHowManyPodsAndMetricsNobodyCanSayWhetherTheyDriftIsSaidWithTheReason()
            throws SQLException {
        trace.finished("git:shop", "ann", 1);
        assertThat(page()).noneMatch(line -> line.startsWith("Enough data"));

        trace.known("git:shop", "handoff_latency", null, 12.0);
        trace.known("git:shop", "cycle_time", "few_episodes", null);
        trace.known("git:new", "handoff_latency", "few_weeks", null);
        trace.known("git:new", "cycle_time", "few_weeks", null);
        trace.known("git:old", "rework_rate", "forgotten", null);

        // One pod is watched, and five are enough for one.
        assertThat(page())
                .contains(
                        "Enough data: 1 of 5 metrics in 1 of 3 pods; of the others 1 have too few"
                                + " episodes, 2 too few weeks, 1 had none for 400 days.",
                        "Taken together, so that one in five at most is as usual: 1 of the pods"
                                + " watched (v_drift_ranking).");
    }

    @Test
    void ofAPodItIsToldWhatIsKnownAndHowMuchIsMissing() throws SQLException {
        trace.known("git:shop", "handoff_latency", null, 3.0);
        trace.known("git:shop", "cycle_time", "few_weeks", null);
        StringWriter page = new StringWriter();

        assertThat(new PodExplanation(store).print("git:shop", new PrintWriter(page))).isTrue();

        assertThat(page.toString().lines().map(line -> line.strip().replaceAll(" +", " ")))
                .containsExactly(
                        "pod git:shop: enough data for 1 of 2 metrics",
                        "Among others place 1 of 1 by what speaks against the usual; not enough to"
                                + " be published",
                        "cycle_time (all) not enough data: 12 of 30 episodes, in 3 of 6 weeks; as"
                                + " of 2026-03-01",
                        "handoff_latency (all) usual: usually 70 min of effective time (41 episodes"
                                + " since 2026-01-19); e-value 3.0; as of 2026-03-01");
        assertThat(new PodExplanation(store).print("git:none", new PrintWriter(page))).isFalse();
    }

    @Test
    void thePageSaysWhichClockItUses() throws SQLException {
        trace.finished("git:shop", "ann", 1);

        assertThat(page())
                .contains("Times are by the clock on the wall, nights and weekends included.");
    }

    @Test
    void aHistoryWithoutItemsSaysWhatWouldMakeThem() {
        assertThat(String.join(" ", page()))
                .contains(
                        "a Change-Id or a Reviewed-by in its message, or a committer who is not its"
                                + " author",
                        "Keys of tickets and numbers of pull requests only name items");
    }

    /** The lines of the page with single spaces. */
    private static List<String> page() {
        StringWriter page = new StringWriter();
        new FindingsReport(store).print(new PrintWriter(page));
        return page.toString().lines().map(line -> line.strip().replaceAll(" +", " ")).toList();
    }
}
