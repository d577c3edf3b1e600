package dev.plumbline.connectors.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class UpsertTableTest {
    private static final Column ORG = Column.key("org", ColumnType.TEXT);
    private static final Column ID = Column.key("handoff_id", ColumnType.TEXT);
    private static final Column KIND = Column.value("kind", ColumnType.TEXT);

    @Test
    void writesOneStatementPerRowThatGivesWayToLaterRunsAndHigherRevisions() {
        assertThat(new UpsertTable("handoffs", List.of(ORG, ID, KIND)).sql())
                .isEqualTo(
                        "INSERT INTO plumbline.handoffs AS t (org, handoff_id, kind, run_id,"
                                + " revision) VALUES (?, ?, ?, ?, ?) ON CONFLICT (org, handoff_id)"
                                + " DO UPDATE SET kind = excluded.kind, run_id = excluded.run_id,"
                                + " revision = excluded.revision WHERE excluded.run_id > t.run_id"
                                + " OR excluded.revision > t.revision OR (excluded.run_id ="
                                + " t.run_id AND excluded.revision = t.revision)");
    }

    @Test
    void refusesNamesThatAreNoIdentifiers() {
        assertThatThrownBy(() -> new UpsertTable("items; drop table items", List.of(ORG)))
                .hasMessageContaining("is no name of a table or column");
        Column quoted = Column.value("\"kind\"", ColumnType.TEXT);
        assertThatThrownBy(() -> new UpsertTable("items", List.of(ORG, quoted)))
                .hasMessageContaining("is no name of a table or column");
    }

    @Test
    void refusesATableWithoutKeyAndAColumnTwice() {
        assertThatThrownBy(() -> new UpsertTable("items", List.of(KIND)))
                .hasMessage("Table items has no key column");
        assertThatThrownBy(() -> new UpsertTable("items", List.of(ORG, KIND, KIND)))
                .hasMessageContaining("column kind is there twice");
        Column revision = Column.value("revision", ColumnType.BIGINT);
        assertThatThrownBy(() -> new UpsertTable("items", List.of(ORG, revision)))
                .hasMessageContaining("column revision is there twice or belongs to the sink");
    }

    @Test
    void namesAKeyColumnWithoutValue() {
        UpsertTable table = new UpsertTable("handoffs", List.of(ORG, ID, KIND));

        assertThatThrownBy(() -> table.keyOf(new Object[] {"acme", null, "review"}))
                .hasMessage("Table handoffs: key column handoff_id is null");
    }

    @Test
    void neverPrintsThePassword() {
        StoreAccess store =
                new StoreAccess("jdbc:postgresql://db:5432/work?password=s3cret", "w", "s3cret");

        assertThat(store.toString())
                .isEqualTo("StoreAccess[jdbc:postgresql://db:5432/work, user w]");
    }
}
