package fr.jalon.summary;

import java.util.ArrayList;
import java.util.List;

/** What the summary covers and what it cannot tell. */
final class Scope {

    private Scope() {}

    static List<Block> blocks(Answer answer, String period) {
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Block.Heading(2, "Ce que couvre cette synthèse"));
        blocks.add(new Block.Lines(List.of(
                line("Période %s. Actions à échéance : %d ; ouvertures annoncées : %d."
                        .formatted(
                                period,
                                answer.actions().nodes().size(),
                                answer.resources().nodes().size())),
                line("Toutes périodes. Mandats à pourvoir : %d ; contradictions à arbitrer : %d."
                        .formatted(
                                answer.mandates().nodes().size(),
                                answer.discrepancies().nodes().size())))));
        blocks.add(new Block.Paragraph(transcription(answer)));
        blocks.add(new Block.Paragraph("Les feuilles de route disent ce qui est promis. Aucun avancement n'est encore"
                + " rapporté : une action qui figure ici n'est ni faite ni en retard pour autant."));
        if (isCut(answer)) {
            blocks.add(new Block.Paragraph("Une liste au moins est coupée à ses 1000 premières lignes."));
        }
        return blocks;
    }

    private static String transcription(Answer answer) {
        List<String> transcribed = answer.roadmaps(true);
        List<String> others = answer.roadmaps(false);
        String there = "Feuilles de route transcrites, %d sur %d : %s."
                .formatted(
                        transcribed.size(),
                        transcribed.size() + others.size(),
                        transcribed.isEmpty() ? "aucune" : String.join(", ", transcribed));
        return others.isEmpty()
                ? there
                : there
                        + " Les actions des autres manquent à cette synthèse (%d) : %s."
                                .formatted(others.size(), String.join(", ", others));
    }

    private static boolean isCut(Answer answer) {
        return answer.actions().isCut()
                || answer.resources().isCut()
                || answer.mandates().isCut()
                || answer.discrepancies().isCut();
    }

    private static Block.Line line(String text) {
        return new Block.Line(text, null);
    }
}
