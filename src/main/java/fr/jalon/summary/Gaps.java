package fr.jalon.summary;

import fr.jalon.pages.Block;
import fr.jalon.pages.Block.Cell;
import fr.jalon.pages.Block.Column;
import fr.jalon.summary.Answer.Mandate;
import fr.jalon.summary.Answer.Name;
import fr.jalon.summary.Answer.Objective;
import fr.jalon.summary.Answer.Roadmap;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * What is lacking whatever the period: the mandates that documents announce without anybody named, and the objectives and action
 * areas that at least one transcribed ministry has no action for.
 *
 * @param roadmaps those that are transcribed
 */
record Gaps(List<Mandate> mandates, List<Roadmap> roadmaps, List<Unserved> objectives) {

    private static final List<Column> MANDATE_COLUMNS =
            List.of(new Column("Mandat", 30), new Column("Organisations", 14), new Column("Source", 56));
    private static final Cell NONE = Cell.of(List.of(new Block.Strong("aucune")));
    private static final int COUNTS_WIDTH = 24;

    /**
     * An objective or action area.
     *
     * @param servedBy for each roadmap
     */
    record Unserved(Objective objective, List<Service> servedBy) {

        boolean isArea() {
            return objective.kind().equals("ACTION_AREA");
        }
    }

    /** How many actions of a roadmap serve an objective. */
    record Service(Roadmap roadmap, long actions) {}

    static Gaps of(Answer answer) {
        List<Roadmap> roadmaps = answer.roadmaps(true);
        List<Unserved> objectives = answer.objectives().nodes().stream()
                .map(objective -> new Unserved(
                        objective,
                        roadmaps.stream()
                                .map(roadmap -> new Service(roadmap, count(objective, roadmap)))
                                .toList()))
                .filter(objective -> objective.servedBy().stream().anyMatch(each -> each.actions() == 0))
                .sorted(Comparator.comparing(Unserved::isArea)
                        .thenComparing(each -> Integer.valueOf(each.objective().code())))
                .toList();
        return new Gaps(answer.mandates().nodes(), roadmaps, objectives);
    }

    private static long count(Objective objective, Roadmap roadmap) {
        return objective.servedBy().nodes().stream()
                .filter(action -> action.roadmap().acronym().equals(roadmap.acronym()))
                .count();
    }

    List<Block> blocks(Sources sources) {
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Block.Heading(2, "Mandats à pourvoir (%s)".formatted(mandates.size())));
        blocks.add(
                mandates.isEmpty()
                        ? new Block.Paragraph("Aucun mandat n'est connu comme restant à pourvoir.")
                        : new Block.Table("Mandats à pourvoir", MANDATE_COLUMNS, mandateRows(sources)));
        blocks.add(
                new Block.Heading(2, "Objectifs et axes sans action d'un ministère (%s)".formatted(objectives.size())));
        blocks.add(new Block.Paragraph(
                "Nombre d'actions, toutes périodes, qui servent chaque objectif ou axe de travail du"
                        + " cadre interministériel ; ce rapprochement est fait par Jalon. N'y figurent que ceux qu'un"
                        + " ministère au moins ne sert par aucune action transcrite."));
        blocks.add(
                objectives.isEmpty()
                        ? new Block.Paragraph("Chaque ministère transcrit sert chacun d'eux.")
                        : new Block.Table(
                                "Objectifs et axes sans action d'un ministère",
                                objectiveColumns(),
                                objectives.stream()
                                        .map(each -> row(each, sources))
                                        .toList()));
        return blocks;
    }

    private List<List<Cell>> mandateRows(Sources sources) {
        return mandates.stream()
                .map(mandate -> List.of(
                        Cell.of(mandate.name()),
                        Cell.of(Name.all(mandate.organizations())),
                        Cell.of(sources.cite(mandate.citations()))))
                .toList();
    }

    private List<Column> objectiveColumns() {
        List<Column> columns = new ArrayList<>(List.of(new Column("Objectif ou axe", 42)));
        roadmaps.forEach(roadmap -> columns.add(new Column(roadmap.acronym(), COUNTS_WIDTH / roadmaps.size())));
        columns.add(new Column("Source", 34));
        return columns;
    }

    private static List<Cell> row(Unserved unserved, Sources sources) {
        Objective objective = unserved.objective();
        List<Cell> row = new ArrayList<>();
        row.add(Cell.of(
                "%s %s : %s".formatted(unserved.isArea() ? "Axe" : "Objectif", objective.code(), objective.title())));
        unserved.servedBy()
                .forEach(each -> row.add(each.actions() == 0 ? NONE : Cell.of(Long.toString(each.actions()))));
        row.add(Cell.of(sources.cite(objective.citations())));
        return row;
    }
}
