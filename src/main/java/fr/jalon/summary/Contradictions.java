package fr.jalon.summary;

import fr.jalon.summary.Block.Cell;
import fr.jalon.summary.Block.Column;
import fr.jalon.summary.Block.Piece;
import fr.jalon.summary.Block.Plain;
import fr.jalon.summary.Block.Strong;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** Where sources contradict each other on more than a wording, the graver ones first. */
final class Contradictions {

    private static final String GRAVE = "HIGH";
    private static final List<Column> COLUMNS = List.of(
            new Column("Objet", 16),
            new Column("Contradiction", 22),
            new Column("Lectures et sources", 40),
            new Column("Motif du choix", 22));

    private Contradictions() {}

    static List<Summary.Contradiction> of(Answer answer) {
        return answer.discrepancies().nodes().stream()
                .sorted(Comparator.comparing(each -> !each.severity().equals(GRAVE)))
                .map(each -> new Summary.Contradiction(
                        each.id(),
                        each.severity(),
                        each.summary(),
                        each.reason(),
                        each.about().stream().map(Subject::named).toList(),
                        each.readings().stream().map(Contradictions::reading).toList()))
                .toList();
    }

    private static Summary.Reading reading(Answer.Reading reading) {
        return new Summary.Reading(reading.value(), Boolean.TRUE.equals(reading.followed()), reading.citation());
    }

    static List<Block> blocks(List<Summary.Contradiction> all, Sources sources) {
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Block.Heading(2, "Contradictions à arbitrer (%s)".formatted(all.size())));
        if (all.isEmpty()) {
            blocks.add(new Block.Paragraph("Aucune contradiction n'est connue."));
        }
        blocks.addAll(part("Gravité haute : une date, un porteur ou un nombre change", true, all, sources));
        blocks.addAll(part("Gravité moyenne : le sens change", false, all, sources));
        return blocks;
    }

    private static List<Block> part(String title, boolean grave, List<Summary.Contradiction> all, Sources sources) {
        List<List<Cell>> rows = all.stream()
                .filter(each -> each.severity().equals(GRAVE) == grave)
                .map(each -> row(each, sources))
                .toList();
        return rows.isEmpty()
                ? List.of()
                : List.of(
                        new Block.Heading(3, "%s (%s)".formatted(title, rows.size())),
                        new Block.Table("Contradictions. " + title, COLUMNS, rows));
    }

    private static List<Cell> row(Summary.Contradiction each, Sources sources) {
        return List.of(
                new Cell(each.about().stream()
                        .map(subject -> List.<Piece>of(new Plain(subject.shortest())))
                        .toList()),
                Cell.of(each.summary()),
                new Cell(each.readings().stream()
                        .map(reading -> pieces(reading, sources))
                        .toList()),
                Cell.of(Objects.requireNonNullElse(each.reason(), "sans motif")));
    }

    private static List<Piece> pieces(Summary.Reading reading, Sources sources) {
        List<Piece> pieces = new ArrayList<>(List.of(new Plain("« %s » (".formatted(reading.value()))));
        pieces.addAll(sources.cite(Stream.ofNullable(reading.citation()).toList()));
        pieces.add(new Plain(")"));
        if (reading.followed()) {
            pieces.addAll(List.of(new Plain(", "), new Strong("lecture retenue")));
        }
        return pieces;
    }
}
