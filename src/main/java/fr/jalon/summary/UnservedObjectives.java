package fr.jalon.summary;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The objectives and action areas that at least one transcribed ministry has no action for. */
final class UnservedObjectives {

    private static final String NONE = "aucune";

    private UnservedObjectives() {}

    static List<Block> blocks(Answer answer, Sources sources) {
        List<String> roadmaps = answer.roadmaps(true);
        List<List<String>> rows = answer.objectives().nodes().stream()
                .filter(objective -> roadmaps.stream().anyMatch(roadmap -> count(objective, roadmap) == 0))
                .sorted(Comparator.comparing(UnservedObjectives::isArea).thenComparing(UnservedObjectives::number))
                .map(objective -> row(objective, roadmaps, sources))
                .toList();
        return List.of(
                new Block.Heading(2, "Objectifs et axes sans action d'un ministère (%d)".formatted(rows.size())),
                new Block.Paragraph(
                        "Nombre d'actions, toutes périodes, qui servent chaque objectif ou axe de travail du"
                                + " cadre interministériel ; ce rapprochement est fait par Jalon. N'y figurent que ceux qu'un"
                                + " ministère au moins ne sert par aucune action transcrite."),
                rows.isEmpty()
                        ? new Block.Paragraph("Chaque ministère transcrit sert chacun d'eux.")
                        : new Block.Table("Objectifs et axes sans action d'un ministère", columns(roadmaps), rows));
    }

    private static List<String> columns(List<String> roadmaps) {
        List<String> columns = new ArrayList<>(List.of("Objectif ou axe"));
        columns.addAll(roadmaps);
        columns.add("Source");
        return columns;
    }

    private static List<String> row(Answer.Objective objective, List<String> roadmaps, Sources sources) {
        List<String> row = new ArrayList<>();
        row.add("%s %s : %s".formatted(isArea(objective) ? "Axe" : "Objectif", objective.code(), objective.title()));
        roadmaps.forEach(roadmap -> {
            long count = count(objective, roadmap);
            row.add(count == 0 ? NONE : Long.toString(count));
        });
        row.add(sources.cite(objective.citations()));
        return row;
    }

    private static long count(Answer.Objective objective, String roadmap) {
        return objective.servedBy().nodes().stream()
                .filter(action -> action.roadmap().acronym().equals(roadmap))
                .count();
    }

    private static boolean isArea(Answer.Objective objective) {
        return objective.kind().equals("ACTION_AREA");
    }

    private static int number(Answer.Objective objective) {
        return Integer.parseInt(objective.code());
    }
}
