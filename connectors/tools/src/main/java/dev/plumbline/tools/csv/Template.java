package dev.plumbline.tools.csv;

import dev.plumbline.tools.json.RejectedLine;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Text with columns in braces, such as {@code jira:{issue_key}}. It has no value where one of its
 * columns has none. {@code {@row}} is the number of the row.
 */
final class Template {
    static final String ROW = "@row";
    private static final Pattern COLUMN = Pattern.compile("\\{([^{}]+)}");

    private final List<String> literals = new ArrayList<>();
    private final List<String> columns = new ArrayList<>();

    Template(String text) {
        Matcher found = COLUMN.matcher(text);
        int end = 0;
        while (found.find()) {
            literals.add(text.substring(end, found.start()));
            columns.add(found.group(1));
            end = found.end();
        }
        literals.add(text.substring(end));
    }

    String of(Row row) throws RejectedLine {
        if (columns.isEmpty()) {
            return literals.get(0).isEmpty() ? null : literals.get(0);
        }
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < columns.size(); i++) {
            String column = columns.get(i);
            String value = column.equals(ROW) ? Long.toString(row.number()) : row.get(column);
            if (value == null) {
                return null;
            }
            text.append(literals.get(i)).append(value);
        }
        return text.append(literals.get(columns.size())).toString();
    }

    /** The columns it reads. */
    Set<String> columns() {
        Set<String> names = new TreeSet<>(columns);
        names.remove(ROW);
        return names;
    }
}
