package dev.plumbline.tools.csv;

import dev.plumbline.schema.WorkEvent;
import dev.plumbline.tools.EventSink;
import dev.plumbline.tools.json.RejectedLine;
import dev.plumbline.tools.json.Rejection;
import dev.plumbline.tools.json.WorkEventJson;
import dev.plumbline.tools.mapping.BadMapping;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads a table by a mapping. Rows that are events are passed on one by one; snapshots are held, a
 * small record each, until the end of the table, because a table need not be in the order of time.
 */
public final class CsvConverter {
    private final Mapping mapping;
    private final String origin;
    private final EventSink out;
    private final Map<String, List<Snapshot>> snapshots = new LinkedHashMap<>();

    private CsvConverter(Mapping mapping, String origin, EventSink out) {
        this.mapping = mapping;
        this.origin = origin;
        this.out = out;
    }

    /**
     * Converts a whole table, plain or gzip.
     *
     * @param origin names the table in rejections; their position is the number of the row, from 1
     * @throws BadMapping where the mapping names a column that the table does not have
     */
    public static void convert(InputStream in, String origin, Mapping mapping, EventSink out) {
        CsvRows rows = CsvRows.open(in, origin, mapping.dialect(), out::rejected);
        for (String column : mapping.columns()) {
            if (!rows.columns().contains(column)) {
                throw new BadMapping(
                        mapping.file()
                                + ": column "
                                + column
                                + " is not in "
                                + origin
                                + " (it has: "
                                + String.join(", ", rows.columns())
                                + ")");
            }
        }
        CsvConverter converter = new CsvConverter(mapping, origin, out);
        for (Row row = rows.next(); row != null; row = rows.next()) {
            converter.row(row);
        }
        converter.finish();
    }

    private void row(Row row) {
        try {
            if (mapping.snapshot() == null) {
                events(row);
            } else {
                Snapshot snapshot = mapping.snapshot().snapshot(row);
                snapshots
                        .computeIfAbsent(
                                snapshot.type() + " " + snapshot.id(), id -> new ArrayList<>())
                        .add(snapshot);
            }
        } catch (RejectedLine why) {
            reject(row.number(), why, row.raw());
        }
    }

    private void events(Row row) throws RejectedLine {
        boolean matched = false;
        for (EventRule rule : mapping.events()) {
            if (rule.appliesTo(row)) {
                matched = true;
                event(rule, row);
            }
        }
        if (!matched && !mapping.skipUnmatched()) {
            throw new RejectedLine("no_rule: no rule of the mapping is for this row");
        }
    }

    private void event(EventRule rule, Row row) {
        try {
            out.event(checked(rule.event(row, mapping.org(), mapping.source())));
        } catch (RejectedLine why) {
            reject(row.number(), why, row.raw());
        }
    }

    private void finish() {
        for (List<Snapshot> item : snapshots.values()) {
            for (WorkEvent event : new SnapshotEvents(mapping.source()).of(item)) {
                try {
                    event.setOrg(mapping.org());
                    out.event(checked(event));
                } catch (RejectedLine why) {
                    reject(item.get(0).row(), why, event.getEventId());
                }
            }
        }
    }

    /** What a mapping makes must pass the same gate as what is read from a file. */
    private static WorkEvent checked(WorkEvent event) throws RejectedLine {
        return WorkEventJson.parse(WorkEventJson.write(event));
    }

    private void reject(long row, RejectedLine why, String raw) {
        out.rejected(Rejection.of(origin, row, why, raw, raw.length()));
    }
}
