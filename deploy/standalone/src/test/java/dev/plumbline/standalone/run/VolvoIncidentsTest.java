package dev.plumbline.standalone.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.directory.Directory;
import dev.plumbline.schema.WorkEvent;
import dev.plumbline.standalone.store.Store;
import dev.plumbline.streaming.directory.DirectoryYaml;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * BPI Challenge 2013, incidents of Volvo IT, through the real topology into the real store: the
 * figures known of the log, and one answer whatever way the events take.
 */
@Tag("realdata")
final class VolvoIncidentsTest {

    private static final String LOG = "bpic2013-volvo/BPI_Challenge_2013_incidents.xes.gz";

    @TempDir private Path exports;

    @Test
    void theFiguresKnownOfTheLogComeOutByEveryRoute() throws Exception {
        List<WorkEvent> sorted = Histories.xes(RealData.file(LOG));
        Directory directory = DirectoryYaml.parse("pods: from-groups\n", "pods.yaml");
        try (Store store = Store.temporary()) {
            TopologyToStore topology = new TopologyToStore(store, directory);
            topology.run(sorted, 2);
            assertKnownFigures(topology);
            Map<String, String> answer = topology.export(exports.resolve("sorted"));

            topology.run(sorted, 2);
            assertThat(topology.export(exports.resolve("again"))).isEqualTo(answer);

            topology.clear();
            topology.run(Disorder.withinBound(sorted, new Random(13)), 1);
            assertThat(topology.export(exports.resolve("disordered"))).isEqualTo(answer);

            topology.clear();
            topology.run(Disorder.repeated(sorted, new Random(14)), 4);
            assertThat(topology.export(exports.resolve("repeated"))).isEqualTo(answer);

            topology.clear();
            FailOnce fault = new FailOnce(sorted.size() / 2);
            topology.run(Disorder.withinBound(sorted, new Random(15)), 2, fault);
            assertThat(fault.failed()).isTrue();
            assertThat(topology.export(exports.resolve("recovered"))).isEqualTo(answer);
        }
    }

    private static void assertKnownFigures(TopologyToStore topology) throws Exception {
        assertThat(topology.number("select count(*) from plumbline.items")).isEqualTo(7_554);
        assertThat(topology.number("select sum(group_changes) from plumbline.items"))
                .isEqualTo(9_454);
        assertThat(topology.number("select sum(group_bounces) from plumbline.items"))
                .isEqualTo(2_394);
        assertThat(topology.number("select count(*) from plumbline.items where group_bounces > 0"))
                .isEqualTo(1_177);
        assertThat(topology.number("select count(*) from plumbline.items where reopens > 0"))
                .isEqualTo(514);
        assertThat(topology.number("select count(*) from plumbline.late_events")).isZero();
    }
}
