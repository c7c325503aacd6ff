package fr.jalon.summary;

import fr.jalon.pages.Block;
import fr.jalon.pages.Block.Cell;
import fr.jalon.pages.Block.Piece;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Writes Markdown as GitHub reads it: https://github.github.com/gfm/. */
final class MarkdownWriter {

    private static final Pattern BREAKS = Pattern.compile("\\s*\\R\\s*");
    private static final Pattern MARKS = Pattern.compile("[\\\\`*_\\[\\]<|~]|&(?=[#\\w])");
    private static final Pattern START = Pattern.compile("^(\\d{1,9})([.)])|^([#+>=-])");

    private MarkdownWriter() {}

    static String write(Block.Text text) {
        return "# " + escape(text.title()) + "\n"
                + text.blocks().stream().map(block -> "\n" + text(block)).collect(Collectors.joining());
    }

    private static String text(Block block) {
        if (block instanceof Block.Heading heading) {
            return "#".repeat(heading.level()) + " " + escape(heading.text()) + "\n";
        } else if (block instanceof Block.Paragraph paragraph) {
            return escapeStart(paragraph.text()) + "\n";
        } else if (block instanceof Block.Lines lines) {
            return lines.lines().stream().map(MarkdownWriter::line).collect(Collectors.joining());
        }
        return table((Block.Table) block);
    }

    private static String line(Block.Line line) {
        String mark = line.mark() == null ? "" : line.mark() + " : ";
        String address = line.url() == null ? "" : " <" + line.url() + ">";
        return "- " + escapeStart(mark + line.text()) + address + "\n";
    }

    private static String table(Block.Table table) {
        String head = table.columns().stream()
                .map(column -> escape(column.title()))
                .collect(Collectors.joining(" | ", "| ", " |\n"));
        String rule = table.columns().stream().map(column -> "---").collect(Collectors.joining(" | ", "| ", " |\n"));
        return head + rule + table.rows().stream().map(MarkdownWriter::row).collect(Collectors.joining());
    }

    private static String row(List<Cell> cells) {
        return cells.stream().map(MarkdownWriter::cell).collect(Collectors.joining(" | ", "| ", " |\n"));
    }

    private static String cell(Cell cell) {
        return cell.entries().stream()
                .map(entry -> entry.stream().map(MarkdownWriter::piece).collect(Collectors.joining()))
                .collect(Collectors.joining(" ; "));
    }

    private static String piece(Piece piece) {
        return piece instanceof Block.Strong strong ? "**" + escape(strong.text()) + "**" : escape(piece.text());
    }

    private static String escape(String text) {
        return MARKS.matcher(BREAKS.matcher(text).replaceAll(" ")).replaceAll("\\\\$0");
    }

    /** What opens a list or a heading does so at the start of a line only. */
    private static String escapeStart(String text) {
        return START.matcher(escape(text)).replaceFirst("$1\\\\$2$3");
    }
}
