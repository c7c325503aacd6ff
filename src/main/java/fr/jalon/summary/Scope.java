package fr.jalon.summary;

import java.util.ArrayList;
import java.util.List;

/** What the summary covers and what it cannot tell. */
final class Scope {

    private Scope() {}

    static List<Block> blocks(Summary summary) {
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Block.Heading(2, "Ce que couvre cette synthèse"));
        blocks.add(new Block.Lines(List.of(
                line("Période %s. Actions à échéance : %s ; ouvertures annoncées : %s."
                        .formatted(
                                summary.period(),
                                Deadlines.count(summary),
                                AnnouncedOpenings.count(summary.openings()))),
                line("Toutes périodes. Mandats à pourvoir : %s ; contradictions à arbitrer : %s."
                        .formatted(
                                summary.openMandates().size(),
                                summary.contradictions().size())))));
        blocks.add(new Block.Paragraph(transcription(summary.transcribedRoadmaps(), summary.otherRoadmaps())));
        blocks.add(new Block.Paragraph("Les feuilles de route disent ce qui est promis. Aucun avancement n'est encore"
                + " rapporté : une action qui figure ici n'est ni faite ni en retard pour autant."));
        if (!summary.complete()) {
            blocks.add(new Block.Paragraph("Une liste au moins est coupée à ses 1000 premières lignes."));
        }
        return blocks;
    }

    private static String transcription(List<String> transcribed, List<String> others) {
        String there = "Feuilles de route transcrites, %s sur %s : %s."
                .formatted(
                        transcribed.size(),
                        transcribed.size() + others.size(),
                        transcribed.isEmpty() ? "aucune" : String.join(", ", transcribed));
        return others.isEmpty()
                ? there
                : there
                        + " Les actions des autres manquent à cette synthèse (%s) : %s."
                                .formatted(others.size(), String.join(", ", others));
    }

    private static Block.Line line(String text) {
        return new Block.Line(null, text, null);
    }
}
