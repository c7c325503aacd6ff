package fr.jalon.summary;

import fr.jalon.summary.Block.Cell;
import fr.jalon.summary.Block.Column;
import java.util.List;

/** The mandates that documents announce without anybody named. */
final class OpenMandates {

    private static final List<Column> COLUMNS =
            List.of(new Column("Mandat", 30), new Column("Organisations", 14), new Column("Source", 56));

    private OpenMandates() {}

    static List<Block> blocks(List<Answer.Mandate> mandates, Sources sources) {
        Block heading = new Block.Heading(2, "Mandats à pourvoir (%s)".formatted(mandates.size()));
        return List.of(
                heading,
                mandates.isEmpty()
                        ? new Block.Paragraph("Aucun mandat n'est connu comme restant à pourvoir.")
                        : new Block.Table("Mandats à pourvoir", COLUMNS, rows(mandates, sources)));
    }

    private static List<List<Cell>> rows(List<Answer.Mandate> mandates, Sources sources) {
        return mandates.stream()
                .map(mandate -> List.of(
                        Cell.of(mandate.name()),
                        Cell.of(Name.all(mandate.organizations())),
                        Cell.of(sources.cite(mandate.citations()))))
                .toList();
    }
}
