package fr.jalon.summary;

import fr.jalon.pages.Block;
import fr.jalon.pages.Block.Cell;
import fr.jalon.pages.Block.Column;
import fr.jalon.pages.Block.Piece;
import fr.jalon.pages.Block.Plain;
import fr.jalon.pages.Block.Strong;
import fr.jalon.summary.Answer.Discrepancy;
import fr.jalon.summary.Answer.Plan;
import fr.jalon.summary.Answer.Reading;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Where sources contradict each other on more than a wording, the graver ones first. */
record Contradictions(List<Discrepancy> all) {

    private static final String GRAVE = "HIGH";
    private static final List<Column> COLUMNS = List.of(
            new Column("Objet", 16),
            new Column("Contradiction", 22),
            new Column("Lectures et sources", 40),
            new Column("Motif du choix", 22));

    static Contradictions of(Answer answer) {
        return new Contradictions(answer.discrepancies().nodes().stream()
                .sorted(Comparator.comparing(each -> !isGrave(each)))
                .toList());
    }

    private static boolean isGrave(Discrepancy discrepancy) {
        return discrepancy.severity().equals(GRAVE);
    }

    List<Block> blocks(Sources sources) {
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Block.Heading(2, "Contradictions à arbitrer (%s)".formatted(all.size())));
        if (all.isEmpty()) {
            blocks.add(new Block.Paragraph("Aucune contradiction n'est connue."));
        }
        blocks.addAll(part("Gravité haute : une date, un porteur ou un nombre change", true, sources));
        blocks.addAll(part("Gravité moyenne : le sens change", false, sources));
        return blocks;
    }

    private List<Block> part(String title, boolean grave, Sources sources) {
        List<List<Cell>> rows = all.stream()
                .filter(each -> isGrave(each) == grave)
                .map(each -> row(each, sources))
                .toList();
        return rows.isEmpty()
                ? List.of()
                : List.of(
                        new Block.Heading(3, "%s (%s)".formatted(title, rows.size())),
                        new Block.Table("Contradictions. " + title, COLUMNS, rows));
    }

    private static List<Cell> row(Discrepancy each, Sources sources) {
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

    private static List<Piece> pieces(Reading reading, Sources sources) {
        List<Piece> pieces = new ArrayList<>(List.of(new Plain("« %s » (".formatted(reading.value()))));
        pieces.addAll(sources.cite(Stream.ofNullable(reading.citation()).toList()));
        pieces.add(new Plain(")"));
        if (Boolean.TRUE.equals(reading.followed())) {
            pieces.addAll(List.of(new Plain(", "), new Strong("lecture retenue")));
        }
        return pieces;
    }

    /**
     * What a contradiction is about; of what its type does not have, nothing.
     *
     * @param code of an action
     * @param title of an action, roadmap, event, section or objective
     * @param roadmap of an action
     * @param name of an actor, resource or person
     * @param usual short form of an actor or resource
     * @param plan acronym of a roadmap
     * @param label of an indicator
     */
    record Subject(
            String id,
            @Nullable String code,
            @Nullable String title,
            @Nullable Plan roadmap,
            @Nullable String name,
            @Nullable String usual,
            @Nullable String plan,
            @Nullable String label) {

        /** The shortest name that tells it from others; the id of what has none. */
        String shortest() {
            if (code != null && roadmap != null) {
                return roadmap.acronym() + " " + code;
            }
            return Stream.of(plan == null ? null : "Feuille de route " + plan, usual, name, title, label)
                    .flatMap(Stream::ofNullable)
                    .findFirst()
                    .orElse(id);
        }
    }
}
