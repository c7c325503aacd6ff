package fr.jalon.summary;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The openings announced for the period, by kind, then by producer. */
final class Openings {

    private static final List<String> COLUMNS = List.of("Ressource", "Producteur", "Annonce", "Pour", "Source");
    private static final Map<String, String> KINDS = Map.of(
            "API", "API",
            "DATASET", "Jeux de données",
            "REPOSITORY", "Codes sources",
            "ALGORITHM", "Algorithmes",
            "SERVICE", "Services et plateformes");
    private static final Map<String, String> STATES = Map.of(
            "ANNOUNCED", "annoncée",
            "PARTLY_AVAILABLE", "disponible en partie",
            "AVAILABLE", "disponible",
            "NOT_AVAILABLE", "non disponible",
            "ABANDONED", "abandonnée");
    private static final Map<String, String> ANNOUNCEMENTS = Map.of("NEW", "nouvelle", "CONTINUED", "poursuite");

    private Openings() {}

    static List<Block> blocks(Answer answer, Sources sources) {
        List<Answer.Resource> resources = answer.resources().nodes();
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Block.Heading(2, "Ouvertures annoncées (%d)".formatted(resources.size())));
        if (resources.isEmpty()) {
            blocks.add(new Block.Paragraph("Aucune ouverture n'est annoncée pour la période."));
        }
        byKind(resources).forEach((kind, announced) -> {
            blocks.add(new Block.Heading(3, "%s (%d)".formatted(kind, announced.size())));
            blocks.add(new Block.Table("Ouvertures annoncées, " + kind, COLUMNS, rows(announced, sources)));
        });
        return blocks;
    }

    private static Map<String, List<Answer.Resource>> byKind(List<Answer.Resource> resources) {
        return resources.stream()
                .sorted(Comparator.comparing(Openings::producer).thenComparing(Answer.Resource::name))
                .collect(Collectors.groupingBy(
                        resource -> KINDS.getOrDefault(resource.kind(), resource.kind()),
                        TreeMap::new,
                        Collectors.toList()));
    }

    private static List<List<String>> rows(List<Answer.Resource> resources, Sources sources) {
        return resources.stream()
                .map(resource -> List.of(
                        resource.name(),
                        producer(resource),
                        announcement(resource.opening()),
                        resource.opening().announcedFor().label(),
                        sources.cite(resource.opening().citations())))
                .toList();
    }

    private static String producer(Answer.Resource resource) {
        return Names.of(Stream.ofNullable(resource.producer()).toList());
    }

    private static String announcement(Answer.Opening opening) {
        String state = STATES.getOrDefault(opening.state(), opening.state());
        return opening.announcement() == null
                ? state
                : state + ", " + ANNOUNCEMENTS.getOrDefault(opening.announcement(), opening.announcement());
    }
}
