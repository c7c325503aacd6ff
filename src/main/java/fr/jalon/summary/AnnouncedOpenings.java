package fr.jalon.summary;

import fr.jalon.summary.Block.Cell;
import fr.jalon.summary.Block.Column;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The openings announced for the period, by kind, then by producer. */
final class AnnouncedOpenings {

    private static final List<Column> COLUMNS = List.of(
            new Column("Ressource", 30),
            new Column("Producteur", 14),
            new Column("Annonce", 12),
            new Column("Pour", 9),
            new Column("Source", 35));
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

    private AnnouncedOpenings() {}

    static List<Summary.Openings> of(Answer answer) {
        Map<String, List<Answer.Resource>> kinds = answer.resources().nodes().stream()
                .sorted(Comparator.comparing((Answer.Resource each) -> kind(each.kind()))
                        .thenComparing(each -> name(each.producer()))
                        .thenComparing(Answer.Resource::name))
                .collect(Collectors.groupingBy(Answer.Resource::kind, LinkedHashMap::new, Collectors.toList()));
        return kinds.entrySet().stream()
                .map(each -> new Summary.Openings(each.getKey(), producers(each.getValue())))
                .toList();
    }

    private static List<Summary.Producer> producers(List<Answer.Resource> resources) {
        Map<Optional<Name>, List<Summary.Opening>> producers = resources.stream()
                .collect(Collectors.groupingBy(
                        each -> Optional.ofNullable(each.producer()),
                        LinkedHashMap::new,
                        Collectors.mapping(AnnouncedOpenings::opening, Collectors.toList())));
        return producers.entrySet().stream()
                .map(each -> new Summary.Producer(each.getKey().orElse(null), each.getValue()))
                .toList();
    }

    private static Summary.Opening opening(Answer.Resource resource) {
        Answer.Opening opening = resource.opening();
        return new Summary.Opening(
                new Name(resource.id(), resource.name(), resource.acronym()),
                opening.state(),
                opening.announcement(),
                opening.announcedFor().label(),
                opening.citations());
    }

    static int count(List<Summary.Openings> openings) {
        return openings.stream()
                .flatMap(each -> each.producers().stream())
                .mapToInt(each -> each.openings().size())
                .sum();
    }

    static List<Block> blocks(List<Summary.Openings> openings, Sources sources) {
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Block.Heading(2, "Ouvertures annoncées (%s)".formatted(count(openings))));
        if (openings.isEmpty()) {
            blocks.add(new Block.Paragraph("Aucune ouverture n'est annoncée pour la période."));
        }
        for (Summary.Openings each : openings) {
            List<List<Cell>> rows = each.producers().stream()
                    .flatMap(producer -> producer.openings().stream()
                            .map(opening -> row(name(producer.producer()), opening, sources)))
                    .toList();
            blocks.add(new Block.Heading(3, "%s (%s)".formatted(kind(each.kind()), rows.size())));
            blocks.add(new Block.Table("Ouvertures annoncées, " + kind(each.kind()), COLUMNS, rows));
        }
        return blocks;
    }

    private static List<Cell> row(String producer, Summary.Opening opening, Sources sources) {
        return List.of(
                Cell.of(opening.resource().name()),
                Cell.of(producer),
                Cell.of(announcement(opening)),
                Cell.of(opening.announcedFor()),
                Cell.of(sources.cite(opening.citations())));
    }

    private static String kind(String kind) {
        return KINDS.getOrDefault(kind, kind);
    }

    private static String name(@Nullable Name producer) {
        return producer == null ? Name.UNTOLD : producer.shortest();
    }

    private static String announcement(Summary.Opening opening) {
        String state = STATES.getOrDefault(opening.state(), opening.state());
        return opening.announcement() == null
                ? state
                : state + ", " + ANNOUNCEMENTS.getOrDefault(opening.announcement(), opening.announcement());
    }
}
