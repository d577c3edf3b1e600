package dev.plumbline.standalone.findings;

import dev.plumbline.standalone.store.Store;
import dev.plumbline.standalone.store.StoreException;
import java.io.PrintWriter;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** The answers to a newcomer's questions, as a page for the terminal. */
public final class FindingsReport {
    private static final String OVERVIEW =
            """
            select (select count(*) from plumbline.items) as items,
                   (select count(distinct pod) from plumbline.items) as pods,
                   (select count(*) from plumbline.handoffs) as handoffs,
                   (select count(*) from plumbline.items where done_at is not null) as finished,
                   (select count(*) from plumbline.handoffs where outcome = 'open') as open
            """;

    private static final String CLOCK =
            "Times are by the clock on the wall, nights and weekends included.";

    private static final String NO_ITEMS =
            """
            The events tell of no ticket and no change, so nothing could be handed over.
            In a git history a commit is a change where somebody else let it in: a Change-Id or a Reviewed-by in its message, or
            a committer who is not its author. Keys of tickets and numbers of pull requests only name items of other tools:
            convert what those tell (./plumbline convert --help) and replay it together with the history.\
            """;

    private final Store store;

    public FindingsReport(Store store) {
        this.store = store;
    }

    /** Prints the page. */
    public void print(PrintWriter out) {
        try (Connection connection = store.readerDataSource().getConnection();
                Statement statement = connection.createStatement()) {
            out.println();
            if (overview(statement, out) == 0) {
                out.println(NO_ITEMS);
                return;
            }
            out.println(CLOCK);
            for (Question question : questions()) {
                out.println();
                out.println(question.title());
                answer(statement, question, out);
            }
        } catch (SQLException e) {
            throw new StoreException(
                    "cannot read the findings from " + store + ": " + e.getMessage(), e);
        }
        out.println();
        out.flush();
    }

    private static List<Question> questions() {
        return Stream.of(Question.all(), SilenceQuestions.all(), DriftQuestions.all())
                .flatMap(List::stream)
                .toList();
    }

    /** Prints how much there is and returns the number of items. */
    private static long overview(Statement statement, PrintWriter out) throws SQLException {
        try (ResultSet row = statement.executeQuery(OVERVIEW)) {
            row.next();
            out.printf(
                    Locale.ROOT,
                    "%,d items of %,d pods, %,d finished; the ball passed %,d times, %,d times it"
                            + " lies there now.%n",
                    row.getLong("items"),
                    row.getLong("pods"),
                    row.getLong("finished"),
                    row.getLong("handoffs"),
                    row.getLong("open"));
            return row.getLong("items");
        }
    }

    private static void answer(Statement statement, Question question, PrintWriter out)
            throws SQLException {
        List<List<String>> lines = new ArrayList<>();
        try (ResultSet rows = statement.executeQuery(question.rows())) {
            lines.add(Cells.headings(rows.getMetaData()));
            while (rows.next()) {
                lines.add(Cells.of(rows));
            }
        }
        if (lines.size() > 1) {
            print(lines, out);
        }
        try (ResultSet remarks = statement.executeQuery(question.remarks())) {
            while (remarks.next()) {
                out.println("  " + remarks.getString(1));
            }
        }
    }

    private static void print(List<List<String>> lines, PrintWriter out) {
        int columns = lines.get(0).size();
        int[] widths = new int[columns];
        for (List<String> line : lines) {
            for (int column = 0; column < columns; column++) {
                widths[column] = Math.max(widths[column], line.get(column).length());
            }
        }
        for (List<String> line : lines) {
            StringBuilder text = new StringBuilder(" ");
            for (int column = 0; column < columns; column++) {
                String cell = line.get(column);
                String space = " ".repeat(widths[column] - cell.length());
                text.append(' ')
                        .append(
                                Cells.isFigure(lines.get(1).get(column))
                                        ? space + cell
                                        : cell + space)
                        .append(' ');
            }
            out.println(text.toString().stripTrailing());
        }
    }
}
