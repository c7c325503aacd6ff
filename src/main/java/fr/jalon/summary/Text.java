package fr.jalon.summary;

import java.util.ArrayList;
import java.util.List;

/**
 * A summary in French, for {@link SummaryFormat} to write.
 *
 * @param documents those it cites, in the order of their marks
 */
record Text(String title, List<Block> blocks, List<Citation.Document> documents) {

    static Text of(Summary summary) {
        Sources sources = new Sources();
        List<Block> blocks = new ArrayList<>(Scope.blocks(summary));
        blocks.addAll(Deadlines.blocks(summary, sources));
        blocks.addAll(AnnouncedOpenings.blocks(summary.openings(), sources));
        blocks.addAll(OpenMandates.blocks(summary.openMandates(), sources));
        blocks.addAll(UnservedObjectives.blocks(summary, sources));
        blocks.addAll(Contradictions.blocks(summary.contradictions(), sources));
        blocks.addAll(sources.blocks());
        return new Text("Synthèse pour le CIAD : " + summary.period(), List.copyOf(blocks), sources.documents());
    }
}
