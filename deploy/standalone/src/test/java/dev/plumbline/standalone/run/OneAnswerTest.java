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

/** The export is a function of the set of events: for 200 histories, each an organisation. */
@Tag("cluster")
final class OneAnswerTest {

    private static final int HISTORIES = 200;

    private static final String PODS =
            """
            organisation: {zone: Europe/Madrid, holidays: [2026-03-19]}
            pods:
              - {id: data, members: [{account: ana}, {account: ben, to: 2026-03-06}], groups: ["team:db"]}
              - {id: web, members: [{account: eva}], containers: ["random:two"]}
            agents: [{account: copilot}]
            """;

    /** Pods whose open entries do not sum to the balance of their latest day, to the second. */
    private static final String BALANCES_THAT_DO_NOT_ADD_UP =
            """
            select count(*) from (
                select distinct on (org, pod) org, pod, debt_s, debt_hours
                from plumbline.pod_health order by org, pod, day desc) h
            left join (
                select org, pod, sum(debt_s) as debt_s from plumbline.debt_ledger
                where closed_at is null group by 1, 2) l using (org, pod)
            left join (
                select org, pod, sum(debt_hours) as debt_hours from plumbline.v_debt_by_category
                group by 1, 2) v using (org, pod)
            where h.debt_s <> coalesce(l.debt_s, 0)
               or abs(h.debt_hours - coalesce(v.debt_hours, 0)) > 1e-6
            """;

    @TempDir private Path exports;

    @Test
    void arrivalOrderRepetitionParallelismAndFailureChangeNoCell() throws Exception {
        List<WorkEvent> sorted = RandomHistories.of(HISTORIES);
        Directory directory = DirectoryYaml.parse(PODS, "pods.yaml");
        try (Store store = Store.temporary()) {
            TopologyToStore topology = new TopologyToStore(store, directory);
            topology.run(sorted, 1);
            Map<String, String> answer = topology.export(exports.resolve("sorted"));
            assertThat(topology.number("select count(distinct org) from plumbline.items"))
                    .isEqualTo(HISTORIES);
            assertThat(topology.number("select count(distinct outcome) from plumbline.handoffs"))
                    .as("every outcome occurs")
                    .isEqualTo(5);
            assertThat(topology.number("select count(*) from plumbline.stalls")).isPositive();
            assertThat(topology.number("select count(*) from plumbline.debt_ledger")).isPositive();
            assertThat(topology.number("select sum(open_entries) from plumbline.pod_health"))
                    .isPositive();
            assertThat(topology.number(BALANCES_THAT_DO_NOT_ADD_UP)).isZero();
            assertThat(topology.number("select count(distinct kind) from plumbline.findings"))
                    .as("unverified, contradicted, stuck, ghosts and orphans")
                    .isGreaterThanOrEqualTo(5);
            assertThat(topology.number("select count(distinct metric) from plumbline.pod_metrics"))
                    .as("those of every family")
                    .isGreaterThanOrEqualTo(40);

            topology.run(sorted, 2);
            assertThat(topology.export(exports.resolve("again"))).isEqualTo(answer);

            topology.clear();
            topology.run(Disorder.withinBound(sorted, new Random(1)), 4);
            assertThat(topology.export(exports.resolve("disordered"))).isEqualTo(answer);

            topology.clear();
            topology.run(Disorder.repeated(sorted, new Random(2)), 2);
            assertThat(topology.export(exports.resolve("repeated"))).isEqualTo(answer);

            topology.clear();
            FailOnce fault = new FailOnce(sorted.size() / 2);
            topology.run(Disorder.withinBound(sorted, new Random(3)), 2, fault);
            assertThat(fault.failed()).isTrue();
            assertThat(topology.export(exports.resolve("recovered"))).isEqualTo(answer);
            assertThat(topology.number("select count(*) from plumbline.late_events")).isZero();
        }
    }
}
