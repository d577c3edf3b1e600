package dev.plumbline.tools;

import dev.plumbline.tools.csv.CsvDialect;
import dev.plumbline.tools.csv.CsvRows;
import dev.plumbline.tools.csv.Row;
import dev.plumbline.tools.json.FileBytes;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A table as it is found, for counting beside a converter. */
public final class RawTable {
    private RawTable() {}

    /** Its rows by column; an empty cell is an empty text. */
    public static List<Map<String, String>> rows(Path file) throws Exception {
        List<Map<String, String>> rows = new ArrayList<>();
        try (InputStream in = FileBytes.open(file)) {
            CsvRows table = CsvRows.open(in, file.toString(), CsvDialect.STANDARD, rejected -> {});
            for (Row row = table.next(); row != null; row = table.next()) {
                Map<String, String> cells = new HashMap<>();
                row.cells().toMap().forEach((column, cell) -> cells.put(column, text(cell)));
                rows.add(cells);
            }
        }
        return rows;
    }

    private static String text(String cell) {
        return cell == null ? "" : cell;
    }
}
