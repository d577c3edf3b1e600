package dev.plumbline.standalone.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.time.Instant;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("cluster")
class RunLogTest {

    private static final Instant MORNING = Instant.parse("2026-03-02T09:00:00Z");
    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");
    private static final Instant LAST_EVENT = Instant.parse("2025-12-31T23:59:59.500Z");

    private static Store store;
    private static RunLog runs;

    @BeforeAll
    static void open() {
        store = Store.temporary();
        runs = new RunLog(store.dataSource());
    }

    @AfterAll
    static void close() {
        store.close();
    }

    @Test
    void tellsWhenARunBeganWhatItSawAndHowItEnded() throws SQLException {
        long run = begin("told");
        assertThat(statusOf(run)).isEqualTo("running");

        runs.finish(run, new Tally(Set.of("told", "other"), 100, 3, 2), LAST_EVENT, NOON);

        assertThat(
                        Sql.text(
                                store.dataSource(),
                                "select concat_ws(' ', status, orgs, events_read, rejected, late,"
                                    + " until_time, finished) from plumbline.runs where run_id = "
                                        + run))
                .isEqualTo(
                        "finished {other,told} 100 3 2 2025-12-31 23:59:59.5+00 2026-03-02"
                                + " 12:00:00+00");
    }

    @Test
    void refusesToRecomputeBesideALiveRunOfTheSameOrganisation() {
        runs.begin("calm", "replay", "0.1", "1", NOON, LAST_EVENT);
        long live = runs.begin("busy", "execution-patterns", "0.1", "1", NOON, null);
        runs.requireNoLiveRun("calm");

        assertThatThrownBy(() -> runs.requireNoLiveRun("busy"))
                .isInstanceOf(StoreException.class)
                .hasMessageStartingWith("run " + live + " (execution-patterns) writes into this")
                .hasMessageEndingWith("WHERE run_id = " + live);

        runs.fail(live, new Tally(Set.of("busy"), 0, 0, 0), NOON);
        runs.requireNoLiveRun("busy");
    }

    @Test
    void aLiveRunThatWasStoppedSpeaksOfThenUnlessItsClockStoodBefore() throws SQLException {
        runs.stop(runs.begin("stopped", "execution-patterns", "0.1", "1", MORNING, null), NOON);
        assertThat(asOf("stopped")).isEqualTo("2026-03-02 12:00:00+00");

        runs.stop(runs.begin("stood", "execution-patterns", "0.1", "1", MORNING, LAST_EVENT), NOON);
        assertThat(asOf("stood")).isEqualTo("2025-12-31 23:59:59.5+00");
    }

    @Test
    void numbersLaterRunsHigher() {
        assertThat(begin("a")).isLessThan(begin("b"));
    }

    @Test
    void speaksOfTheEndOfTheLastRunOrOfNow() throws SQLException {
        assertThat(asOf("unseen")).isEqualTo("now");
        long first = begin("seen");
        runs.finish(first, new Tally(Set.of("seen", "guest"), 1, 0, 0), LAST_EVENT, NOON);
        assertThat(asOf("seen")).isEqualTo("2025-12-31 23:59:59.5+00");
        assertThat(asOf("guest")).isEqualTo("2025-12-31 23:59:59.5+00");

        long failed = begin("seen");
        runs.fail(failed, new Tally(Set.of("seen"), 1, 0, 0), NOON);
        assertThat(asOf("seen")).isEqualTo("2025-12-31 23:59:59.5+00");

        begin("seen");
        assertThat(asOf("seen")).isEqualTo("now");
    }

    @Test
    void speaksOfTheLastRunThatFinishedWhileAReplayGoesOnAndAfterItWasCutOff() throws SQLException {
        long first = begin("cut off");
        runs.finish(first, new Tally(Set.of("cut off"), 1, 0, 0), LAST_EVENT, NOON);

        runs.begin("cut off", "replay", "0.1.0", "1", MORNING, MORNING);

        assertThat(asOf("cut off")).isEqualTo("2025-12-31 23:59:59.5+00");
    }

    @Test
    void sweepsWhatEarlierRunsLeftAboutTheOrganisationsSeen() throws SQLException {
        long before = begin("swept");
        Rows earlier = new Rows(store.dataSource(), "swept", before);
        earlier.item("gone", "payments");
        earlier.handoff("gone", "payments", "payments", "bob", 5L);
        earlier.metric("payments", "wip", "2026-03-02", "1", "1", "null", null);
        earlier.rejected("old.ndjson", 7);
        new Rows(store.dataSource(), "default", before).rejected("old.ndjson", 8);
        runs.finish(before, new Tally(Set.of("swept"), 1, 2, 0), LAST_EVENT, NOON);
        long neighbour = begin("neighbour");
        new Rows(store.dataSource(), "neighbour", neighbour).item("stays", "payments");
        new Rows(store.dataSource(), "default", neighbour).rejected("theirs.ndjson", 1);

        long now = begin("swept");
        new Rows(store.dataSource(), "swept", now).item("new", "payments");
        runs.finish(now, new Tally(Set.of("swept"), 1, 0, 0), LAST_EVENT, NOON);

        assertThat(runs.sweep(now)).isEqualTo(5);
        assertThat(
                        Sql.text(
                                store.dataSource(),
                                "select object_id from plumbline.items where org in ('swept',"
                                        + " 'neighbour') order by 1"))
                .isEqualTo("new\nstays");
        assertThat(Sql.text(store.dataSource(), "select origin from plumbline.rejected_events"))
                .isEqualTo("theirs.ndjson");
        assertThat(runs.sweep(now)).isZero();
    }

    @Test
    void sweepsAnOrganisationThatTheRunHasNotNamedYet() throws SQLException {
        new Rows(store.dataSource(), "guest of the run", begin("other host")).item("old", "a");
        long run = begin("host");
        new Rows(store.dataSource(), "guest of the run", run).item("new", "a");

        assertThat(runs.sweep(run)).isEqualTo(1);
    }

    private static long begin(String org) {
        return runs.begin(org, "replay", "0.1.0", "1", MORNING, null);
    }

    private static String statusOf(long run) throws SQLException {
        return Sql.text(
                store.dataSource(), "select status from plumbline.runs where run_id = " + run);
    }

    private static String asOf(String org) throws SQLException {
        return Sql.text(
                store.dataSource(),
                "select case when plumbline.as_of('%s') = now() then 'now' else plumbline.as_of('%s')::text end"
                        .formatted(org, org));
    }
}
