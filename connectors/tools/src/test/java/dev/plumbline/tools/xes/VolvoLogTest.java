package dev.plumbline.tools.xes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.schema.WorkEvent;
import dev.plumbline.tools.Collected;
import dev.plumbline.tools.RealData;
import dev.plumbline.tools.RunLengths;
import dev.plumbline.tools.json.WorkEventJson;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** The numbers of BPI Challenge 2013, incidents. */
class VolvoLogTest {
    private record Totals(
            int items, long events, int groupChanges, int bounces, int bounced, int leftDone) {}

    @Test
    void foldsToThePublishedTotals() throws Exception {
        Path file = RealData.file("bpic2013-volvo/BPI_Challenge_2013_incidents.xes.gz");

        assertThat(totals(convert(file)))
                .isEqualTo(new Totals(7_554, 65_533, 9_454, 2_394, 1_177, 514));
    }

    @Test
    void foldsAnExcerptToTheTotalsCountedInTheLogItself() throws Exception {
        assertThat(totals(convert(RealData.excerpt("volvo.xes.gz"))))
                .isEqualTo(new Totals(24, 276, 53, 14, 12, 12));
    }

    @Test
    void everyEventPassesTheGateOfTheContract() throws Exception {
        for (WorkEvent event : convert(RealData.excerpt("volvo.xes.gz")).events) {
            assertThat(WorkEventJson.parse(WorkEventJson.write(event))).isEqualTo(event);
        }
    }

    private static Collected convert(Path file) throws Exception {
        Collected log = new Collected();
        try (InputStream in = Files.newInputStream(file)) {
            XesConverter.convert(
                    in, file.toString(), XesOptions.named(file.getFileName().toString()), log);
        }
        assertThat(log.rejected).isEmpty();
        assertThat(new HashSet<>(log.ids())).hasSameSizeAs(log.events);
        return log;
    }

    private static Totals totals(Collected log) {
        Map<String, List<WorkEvent>> items = log.folded("work_item");
        long events = log.types().stream().filter("work_item.state_changed"::equals).count();
        int changes = 0;
        int bounces = 0;
        int bounced = 0;
        int leftDone = 0;
        for (List<WorkEvent> item : items.values()) {
            List<String> groups = RunLengths.of(item.stream().map(WorkEvent::getGroupTo).toList());
            changes += groups.size() - 1;
            bounces += RunLengths.bounces(groups);
            bounced += RunLengths.bounces(groups) > 0 ? 1 : 0;
            leftDone += leavesDone(item) ? 1 : 0;
        }
        return new Totals(items.size(), events, changes, bounces, bounced, leftDone);
    }

    private static boolean leavesDone(List<WorkEvent> item) {
        List<String> categories =
                item.stream()
                        .map(WorkEvent::getStateTo)
                        .filter(Objects::nonNull)
                        .map(state -> state.getCategory())
                        .toList();
        int done = categories.indexOf("done");
        return done >= 0
                && categories.subList(done, categories.size()).stream()
                        .anyMatch(category -> !category.equals("done"));
    }

    @Test
    void readsALogOfScheduleStartAndComplete() throws Exception {
        Collected log = convert(RealData.file("bpic2012-loan/bpic2012.xes.gz"));

        assertThat(log.types()).filteredOn("work_item.created"::equals).hasSize(13_087);
        assertThat(log.types()).filteredOn("work_item.state_changed"::equals).hasSize(262_200);
    }
}
