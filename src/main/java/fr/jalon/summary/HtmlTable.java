package fr.jalon.summary;

import fr.jalon.summary.Block.Cell;
import fr.jalon.summary.Block.Piece;
import java.util.List;
import java.util.stream.Collectors;

/** Writes a table as HTML that tells which cells name rows and columns. */
final class HtmlTable {

    /** What is wider than a narrow screen is scrolled in its own frame, by keyboard too. */
    private static final String TABLE = """
            <div class="table" role="region" aria-label="%1$s" tabindex="0">
            <table>
            <caption>%1$s</caption>
            <colgroup>%2$s</colgroup>
            <thead>
            <tr>%3$s</tr>
            </thead>
            <tbody>
            %4$s</tbody>
            </table>
            </div>
            """;

    private HtmlTable() {}

    static String write(Block.Table table) {
        String widths = table.columns().stream()
                .map(column -> "<col style=\"width: %s%%\"/>".formatted(column.width()))
                .collect(Collectors.joining());
        String head = table.columns().stream()
                .map(column -> "<th scope=\"col\">" + HtmlText.of(column.title()) + "</th>")
                .collect(Collectors.joining());
        String rows = table.rows().stream().map(HtmlTable::row).collect(Collectors.joining());
        return TABLE.formatted(HtmlText.of(table.caption()), widths, head, rows);
    }

    private static String row(List<Cell> cells) {
        String rest = cells.stream()
                .skip(1)
                .map(cell -> "<td>" + content(cell) + "</td>")
                .collect(Collectors.joining());
        return "<tr><th scope=\"row\">%s</th>%s</tr>\n".formatted(content(cells.get(0)), rest);
    }

    private static String content(Cell cell) {
        if (cell.entries().size() == 1) {
            return entry(cell.entries().get(0));
        }
        return cell.entries().stream()
                .map(entry -> "<li>" + entry(entry) + "</li>")
                .collect(Collectors.joining("", "<ul>", "</ul>"));
    }

    private static String entry(List<Piece> entry) {
        return entry.stream().map(HtmlTable::piece).collect(Collectors.joining());
    }

    private static String piece(Piece piece) {
        String text = HtmlText.of(piece.text());
        if (piece instanceof Block.Strong) {
            return "<strong>" + text + "</strong>";
        }
        return piece instanceof Block.Mark ? "<a href=\"#%1$s\">%1$s</a>".formatted(text) : text;
    }
}
