package dev.plumbline.connectors.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class UpsertBatchTest {
    private final UpsertBatch batch = new UpsertBatch();

    @Test
    void keepsOfEachKeyTheHighestRevision() {
        put("a", "second", 2);
        put("a", "first", 1);

        assertThat(written()).containsExactly("second");
    }

    @Test
    void keepsTheLatestOfEqualRevisions() {
        put("a", "earlier", 1);
        put("a", "later", 1);

        assertThat(written()).containsExactly("later");
    }

    @Test
    void writesInTheOrderOfTheKeysSoThatWritersDoNotDeadlock() {
        put("c", "3", 1);
        put("a", "1", 1);
        put("b", "2", 1);

        assertThat(written()).containsExactly("1", "2", "3");
    }

    @Test
    void comparesKeysColumnByColumn() {
        assertThat(new RowKey(List.of("acme", 2L))).isLessThan(new RowKey(List.of("acme", 10L)));
        assertThat(new RowKey(List.of("a", 2L))).isLessThan(new RowKey(List.of("b", 1L)));
    }

    private void put(String key, String value, long revision) {
        batch.put(new RowKey(List.of(key)), new UpsertBatch.Row(new Object[] {value}, revision));
    }

    private List<Object> written() {
        return batch.rows().stream().map(row -> row.value(0)).toList();
    }
}
