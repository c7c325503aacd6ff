package fr.jalon.summary;

import fr.jalon.pages.Block;
import fr.jalon.pages.Block.Heading;
import fr.jalon.pages.Block.Line;
import fr.jalon.pages.Block.Lines;
import fr.jalon.pages.Block.Paragraph;
import fr.jalon.summary.Answer.Roadmap;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What the graph tells of a period, for a session of the CIAD: the type of that name in the contract.
 *
 * @param transcribed the roadmaps whose actions are in the graph
 * @param others whose actions are not
 */
record Summary(
        String period,
        List<Roadmap> transcribed,
        List<Roadmap> others,
        boolean complete,
        Deadlines deadlines,
        Openings openings,
        Gaps gaps,
        Contradictions contradictions) {

    static Summary of(String period, Answer answer) {
        return new Summary(
                period,
                answer.roadmaps(true),
                answer.roadmaps(false),
                answer.complete(),
                Deadlines.of(answer),
                Openings.of(answer),
                Gaps.of(answer),
                Contradictions.of(answer));
    }

    String title() {
        return "Synthèse pour le CIAD : " + period;
    }

    /** All of it in French, for a {@link SummaryFormat} to write. */
    Block.Text text() {
        return text(new Sources());
    }

    /** The documents that it cites, in the order of their marks. */
    List<Answer.Document> documents() {
        Sources sources = new Sources();
        text(sources);
        return sources.documents();
    }

    private Block.Text text(Sources sources) {
        List<Block> blocks = new ArrayList<>(scope());
        blocks.addAll(deadlines.blocks(sources));
        blocks.addAll(openings.blocks(sources));
        blocks.addAll(gaps.blocks(sources));
        blocks.addAll(contradictions.blocks(sources));
        blocks.addAll(sources.blocks());
        return new Block.Text(title(), List.copyOf(blocks));
    }

    /** What it covers and what it cannot tell. */
    private List<Block> scope() {
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Heading(2, "Ce que couvre cette synthèse"));
        blocks.add(new Lines(List.of(
                line("Période %s. Actions à échéance : %s ; ouvertures annoncées : %s."
                        .formatted(period, deadlines.count(), openings.count())),
                line("Toutes périodes. Mandats à pourvoir : %s ; contradictions à arbitrer : %s."
                        .formatted(gaps.mandates().size(), contradictions.all().size())))));
        blocks.add(new Paragraph(transcription()));
        blocks.add(new Paragraph("Les feuilles de route disent ce qui est promis. Aucun avancement n'est encore"
                + " rapporté : une action qui figure ici n'est ni faite ni en retard pour autant."));
        if (!complete) {
            blocks.add(new Paragraph("Une liste au moins est coupée à ses 1000 premières lignes."));
        }
        return blocks;
    }

    private String transcription() {
        String there = "Feuilles de route transcrites, %s sur %s : %s."
                .formatted(
                        transcribed.size(),
                        transcribed.size() + others.size(),
                        transcribed.isEmpty() ? "aucune" : acronyms(transcribed));
        return others.isEmpty()
                ? there
                : there
                        + " Les actions des autres manquent à cette synthèse (%s) : %s."
                                .formatted(others.size(), acronyms(others));
    }

    private static String acronyms(List<Roadmap> roadmaps) {
        return roadmaps.stream().map(Roadmap::acronym).collect(Collectors.joining(", "));
    }

    private static Line line(String text) {
        return new Line(null, text, null);
    }
}
