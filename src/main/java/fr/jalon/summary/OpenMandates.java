package fr.jalon.summary;

import java.util.List;

/** The mandates that documents announce without anybody named. */
final class OpenMandates {

    private static final List<String> COLUMNS = List.of("Mandat", "Organisations", "Source");

    private OpenMandates() {}

    static List<Block> blocks(Answer answer, Sources sources) {
        List<Answer.Mandate> mandates = answer.mandates().nodes();
        Block heading = new Block.Heading(2, "Mandats à pourvoir (%d)".formatted(mandates.size()));
        return List.of(
                heading,
                mandates.isEmpty()
                        ? new Block.Paragraph("Aucun mandat n'est connu comme restant à pourvoir.")
                        : new Block.Table("Mandats à pourvoir", COLUMNS, rows(mandates, sources)));
    }

    private static List<List<String>> rows(List<Answer.Mandate> mandates, Sources sources) {
        return mandates.stream()
                .map(mandate ->
                        List.of(mandate.name(), Names.of(mandate.organizations()), sources.cite(mandate.citations())))
                .toList();
    }
}
