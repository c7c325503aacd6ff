package fr.jalon.summary;

import fr.jalon.summary.Block.Cell;
import fr.jalon.summary.Block.Column;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The objectives and action areas that at least one transcribed ministry has no action for. */
final class UnservedObjectives {

    private static final Cell NONE = Cell.of(List.of(new Block.Strong("aucune")));
    private static final int COUNTS_WIDTH = 24;

    private UnservedObjectives() {}

    static List<Summary.Objective> of(Answer answer) {
        List<String> roadmaps = answer.roadmaps(true);
        return answer.objectives().nodes().stream()
                .map(objective -> objective(objective, roadmaps))
                .filter(objective -> objective.servedBy().stream().anyMatch(each -> each.actions() == 0))
                .sorted(Comparator.comparing(UnservedObjectives::isArea)
                        .thenComparing(objective -> Integer.valueOf(objective.code())))
                .toList();
    }

    private static Summary.Objective objective(Answer.Objective objective, List<String> roadmaps) {
        List<Summary.Service> servedBy = roadmaps.stream()
                .map(roadmap -> new Summary.Service(roadmap, count(objective, roadmap)))
                .toList();
        return new Summary.Objective(
                objective.id(), objective.kind(), objective.code(), objective.title(), servedBy, objective.citations());
    }

    private static long count(Answer.Objective objective, String roadmap) {
        return objective.servedBy().nodes().stream()
                .filter(action -> action.roadmap().acronym().equals(roadmap))
                .count();
    }

    static List<Block> blocks(Summary summary, Sources sources) {
        List<Summary.Objective> objectives = summary.unservedObjectives();
        List<List<Cell>> rows =
                objectives.stream().map(objective -> row(objective, sources)).toList();
        return List.of(
                new Block.Heading(2, "Objectifs et axes sans action d'un ministère (%s)".formatted(rows.size())),
                new Block.Paragraph(
                        "Nombre d'actions, toutes périodes, qui servent chaque objectif ou axe de travail du"
                                + " cadre interministériel ; ce rapprochement est fait par Jalon. N'y figurent que ceux qu'un"
                                + " ministère au moins ne sert par aucune action transcrite."),
                rows.isEmpty()
                        ? new Block.Paragraph("Chaque ministère transcrit sert chacun d'eux.")
                        : new Block.Table(
                                "Objectifs et axes sans action d'un ministère",
                                columns(summary.transcribedRoadmaps()),
                                rows));
    }

    private static List<Column> columns(List<String> roadmaps) {
        List<Column> columns = new ArrayList<>(List.of(new Column("Objectif ou axe", 42)));
        roadmaps.forEach(roadmap -> columns.add(new Column(roadmap, COUNTS_WIDTH / roadmaps.size())));
        columns.add(new Column("Source", 34));
        return columns;
    }

    private static List<Cell> row(Summary.Objective objective, Sources sources) {
        List<Cell> row = new ArrayList<>();
        row.add(Cell.of(
                "%s %s : %s".formatted(isArea(objective) ? "Axe" : "Objectif", objective.code(), objective.title())));
        objective.servedBy().forEach(each -> {
            row.add(each.actions() == 0 ? NONE : Cell.of(Long.toString(each.actions())));
        });
        row.add(Cell.of(sources.cite(objective.citations())));
        return row;
    }

    private static boolean isArea(Summary.Objective objective) {
        return objective.kind().equals("ACTION_AREA");
    }
}
