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
