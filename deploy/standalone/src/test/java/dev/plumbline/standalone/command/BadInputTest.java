package dev.plumbline.standalone.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.standalone.store.Access;
import dev.plumbline.standalone.store.Store;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;
import org.junit.jupiter.api.io.TempDir;

/**
 * What users hand in by mistake, through the command into the store: an event that cannot be taken
 * is a row that says why and where, everything beside it is counted, and what cannot go on at all
 * says so in one line.
 */
@Tag("cluster")
@Timeout(value = 3, unit = TimeUnit.MINUTES, threadMode = ThreadMode.SEPARATE_THREAD)
class BadInputTest {
    private static final int MEGABYTE = 1_000_000;
    private static final String REJECTED =
            "select position, reason, raw_bytes from rejected_events order by origin, position";

    @TempDir private Path folder;
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private Path file;
    private String store;

    @BeforeEach
    void nameTheFiles() {
        file = folder.resolve("events.ndjson");
        store = folder.resolve("store").toString();
    }

    @Test
    void everyLineThatIsNoEventIsStoredWithItsReasonAndPlaceAndTheOthersCount() throws Exception {
        ByteArrayOutputStream lines = new ByteArrayOutputStream();
        write(lines, event("PAY-1"));
        write(lines, "{\"event_id\":");
        write(lines, event("PAY-2").replace("work_item.created", "work_item.abducted"));
        write(lines, event("PAY-3").replace("\"source\":\"jira\",", ""));
        write(lines, event("PAY-4").replace("2026-03-02", "9999-03-02"));
        write(lines, event("PAY-5").replace("2026-03-02", "1970-01-01"));
        write(lines, event("PAY-6").replace("carol", "ca\0rol"));
        write(lines, event("PAY-7").replace("carol", "ca\\u0000rol"));
        lines.writeBytes(
                event("PAY-8").replace("carol", "caról").getBytes(StandardCharsets.ISO_8859_1));
        lines.write('\n');
        write(lines, event("PAY-9").replace("carol", "c".repeat(20 * MEGABYTE)));
        write(lines, event("PAY-10"));
        Files.write(file, lines.toByteArray());

        assertThat(replay(file)).as(err.toString()).isZero();

        assertThat(out.toString())
                .contains("replayed 2 events up to 2026-03-02T09:00:00Z", "(9 rejected, 0 late)")
                .contains("  " + file + " line 2: not_json: ", "  " + file + " line 4: missing")
                .endsWith("  see ./plumbline check " + file + "\n");
        assertThat(sql("select object_id from items order by object_id"))
                .containsExactly("object_id", "PAY-1", "PAY-10");
        String[] rejected = sql(REJECTED);
        assertThat(rejected).hasSize(10);
        assertThat(rejected[1]).startsWith("2,").contains("not_json: ").endsWith(",12");
        assertThat(rejected[2]).startsWith("3,").contains("unknown_type: work_item.abducted");
        assertThat(rejected[3]).startsWith("4,").contains("missing_field: source is required");
        assertThat(rejected[4]).startsWith("5,").contains("future: occurred_at 9999-03-02T09:00");
        assertThat(rejected[5])
                .startsWith("6,")
                .contains("implausible_time: occurred_at 1970-01-01T09:00:00Z lies before 1990");
        assertThat(rejected[6]).startsWith("7,").contains("nul_character: a NUL byte at column");
        assertThat(rejected[7])
                .startsWith("8,")
                .contains("nul_character: actor.account holds a NUL");
        assertThat(rejected[8]).startsWith("9,").contains("bad_utf8: byte 0xF3 at column");
        assertThat(rejected[9])
                .startsWith("10,")
                .contains("line_too_long: 20,000,")
                .contains("the limit is 1,048,576");
    }

    @Test
    void ofATruncatedGzipEveryEventBeforeTheBreakCounts() throws Exception {
        Random noise = new Random(7);
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            for (int item = 1; item <= 2_000; item++) {
                String account = Long.toHexString(noise.nextLong());
                write(gzip, event("PAY-" + item).replace("carol", account));
            }
        }
        Files.write(file, Arrays.copyOf(packed.toByteArray(), packed.size() / 2));

        assertThat(replay(file)).as(err.toString()).isZero();

        String[] rejected = sql("select position, reason from rejected_events");
        long broken = Long.parseLong(rejected[1].substring(0, rejected[1].indexOf(',')));
        assertThat(rejected).hasSize(2);
        assertThat(rejected[1])
                .endsWith("truncated_gzip: the file ends before its compressed data does");
        assertThat(broken).isBetween(500L, 1_500L);
        assertThat(sql("select count(*) as items from items"))
                .containsExactly("items", String.valueOf(broken - 1));
    }

    @Test
    void anEmptyFileSaysSoAndLeavesTheStoreAsItWas() throws Exception {
        Files.writeString(file, event("PAY-1"));
        Path empty = Files.writeString(folder.resolve("empty.ndjson"), "\n");
        assertThat(replay(file)).as(err.toString()).isZero();

        assertThat(replay(empty)).as(err.toString()).isZero();

        assertThat(out.toString())
                .endsWith("there is nothing in " + empty + "; the store stays as it was\n");
        assertThat(sql("select count(*) as items from items")).containsExactly("items", "1");
        assertThat(sql("select status from runs")).containsExactly("status", "finished");
    }

    @Test
    void aTableByMistakeIsRefusedAndLeavesTheStoreAsItWas() throws Exception {
        Files.writeString(file, event("PAY-1"));
        Path table = Files.writeString(folder.resolve("c.csv"), "id,title\n1,Pay\n");
        assertThat(replay(file)).as(err.toString()).isZero();

        assertThat(replay(table)).isEqualTo(ExitCodes.BAD_INPUT);

        assertThat(err.toString().lines()).hasSize(1);
        assertThat(err.toString())
                .startsWith("plumbline: no event in " + table + " could be read: not_json: ")
                .endsWith(". See ./plumbline check " + table + System.lineSeparator());
        assertThat(sql("select count(*) as items from items")).containsExactly("items", "1");
    }

    @Test
    void aClockThatStopsBeforeTheFirstEventIsRefusedAndLeavesTheStoreAsItWas() throws Exception {
        Files.writeString(file, event("PAY-1"));
        assertThat(replay(file)).as(err.toString()).isZero();

        assertThat(replay(file, "--until", "2025-03-02")).isEqualTo(ExitCodes.BAD_INPUT);

        assertOneLine(
                "plumbline: --until 2025-03-03T00:00:00Z lies before the first event, of"
                        + " 2026-03-02T09:00:00Z. Choose a later one");
        assertThat(sql("select count(*) as items from items")).containsExactly("items", "1");
    }

    @Test
    void aMissingFileIsToldBeforeAStoreIsMade() {
        Path missing = folder.resolve("evnets.ndjson");

        assertThat(replay(missing)).isEqualTo(ExitCodes.BAD_INPUT);

        assertOneLine("plumbline: " + missing + ": no such file");
        assertThat(Path.of(store)).doesNotExist();
    }

    @Test
    void aDirectoryWithAnUnknownZoneIsToldWithItsLine() throws Exception {
        Files.writeString(file, event("PAY-1"));
        Path pods = folder.resolve("pods.yaml");
        Files.writeString(pods, "organisation:\n  id: acme\n  zone: Europe/Atlantis\n");

        assertThat(replay(file, "--directory", pods.toString())).isEqualTo(ExitCodes.BAD_INPUT);

        assertThat(err.toString().lines()).hasSize(1);
        assertThat(err.toString()).contains(pods + ":3:", "Europe/Atlantis");
    }

    @Test
    void aStoreThatIsInUseIsToldWithTheProcessThatHasIt() throws Exception {
        Files.writeString(file, event("PAY-1"));

        try (Store held = Store.open(store, Access.WRITE)) {
            assertThat(replay(file)).isEqualTo(ExitCodes.BAD_INPUT);
            assertThat(held.address().port()).isPositive();
        }

        assertOneLine(
                "plumbline: store "
                        + store
                        + " is in use by process "
                        + ProcessHandle.current().pid()
                        + "; wait for it or stop it, or name another --store");
    }

    private static String event(String item) {
        return "{\"event_id\":\"%1$s\",\"type\":\"work_item.created\",\"occurred_at\":\"2026-03-02T09:00:00Z\",\"source\":\"jira\",\"container\":\"jira:PAY\",\"object\":{\"type\":\"work_item\",\"id\":\"%1$s\"},\"actor\":{\"account\":\"jira:carol\"}}"
                .formatted(item);
    }

    private static void write(OutputStream out, String line) throws IOException {
        out.write((line + "\n").getBytes(StandardCharsets.UTF_8));
    }

    private void assertOneLine(String line) {
        assertThat(err.toString().lines()).containsExactly(line);
    }

    @Test
    void aBudgetThatAllowsNoFalseAlarmIsRefusedInOneLine() throws Exception {
        Files.writeString(file, event("PAY-1"));

        for (String budget : new String[] {"0", "-1", "NaN", "51", "often"}) {
            err.getBuffer().setLength(0);
            assertThat(replay(file, "--false-alarms-per-pod-year=" + budget)).isNotZero();
            assertThat(err.toString().lines()).as(err.toString()).hasSize(1);
            assertThat(err.toString()).contains("--false-alarms-per-pod-year");
        }
    }

    @Test
    void aSignalThatIsNotThereIsSaidInOneLine() throws Exception {
        Files.writeString(file, event("PAY-1"));
        assertThat(replay(file)).as(err.toString()).isZero();
        PrintWriter lines = new PrintWriter(err, true);

        int code = CommandLines.run(Map.of(), lines, lines, "explain", "red@x", "--store", store);

        assertThat(code).isEqualTo(ExitCodes.BAD_INPUT);
        assertThat(err.toString().lines()).hasSize(1);
        assertThat(err.toString())
                .startsWith(
                        "plumbline: there is no drift signal red@x, and no pod of that name. List");
    }

    private int replay(Path events, String... more) {
        String[] fixed = {"replay", events.toString(), "--store", store};
        String[] all = Arrays.copyOf(fixed, fixed.length + more.length);
        System.arraycopy(more, 0, all, fixed.length, more.length);
        return CommandLines.run(
                Map.of(), new PrintWriter(out, true), new PrintWriter(err, true), all);
    }

    /** The lines of the answer, the names of the columns first. */
    private String[] sql(String query) {
        StringWriter answer = new StringWriter();
        int code =
                CommandLines.run(
                        Map.of(),
                        new PrintWriter(answer, true),
                        new PrintWriter(err, true),
                        "sql",
                        "--csv",
                        query,
                        "--store",
                        store);
        assertThat(code).as(err.toString()).isZero();
        return answer.toString().replace("\r\n", "\n").split("\n");
    }
}
