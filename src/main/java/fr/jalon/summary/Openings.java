package fr.jalon.summary;

import fr.jalon.pages.Block;
import fr.jalon.pages.Block.Cell;
import fr.jalon.pages.Block.Column;
import fr.jalon.summary.Answer.Name;
import fr.jalon.summary.Answer.Resource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The openings announced for the period, by kind, then by producer. */
record Openings(List<Kind> kinds) {

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

    record Kind(String kind, List<Producer> producers) {

        String label() {
            return Openings.label(kind);
        }
    }

    /**
     * What a producer opens.
     *
     * @param producer null where no document tells
     */
    record Producer(@Nullable Name producer, List<Resource> resources) {}

    static Openings of(Answer answer) {
        Map<String, List<Resource>> kinds = answer.resources().nodes().stream()
                .sorted(Comparator.comparing((Resource each) -> label(each.kind()))
                        .thenComparing(each -> name(each.producer()))
                        .thenComparing(Resource::name))
                .collect(Collectors.groupingBy(Resource::kind, LinkedHashMap::new, Collectors.toList()));
        return new Openings(kinds.entrySet().stream()
                .map(each -> new Kind(each.getKey(), producers(each.getValue())))
                .toList());
    }

    private static List<Producer> producers(List<Resource> resources) {
        Map<String, Producer> producers = new LinkedHashMap<>();
        resources.forEach(each -> producers
                .computeIfAbsent(
                        each.producer() == null ? "" : each.producer().id(),
                        none -> new Producer(each.producer(), new ArrayList<>()))
                .resources()
                .add(each));
        return List.copyOf(producers.values());
    }

    int count() {
        return kinds.stream()
                .flatMap(each -> each.producers().stream())
                .mapToInt(each -> each.resources().size())
                .sum();
    }

    List<Block> blocks(Sources sources) {
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Block.Heading(2, "Ouvertures annoncées (%s)".formatted(count())));
        if (kinds.isEmpty()) {
            blocks.add(new Block.Paragraph("Aucune ouverture n'est annoncée pour la période."));
        }
        for (Kind each : kinds) {
            List<List<Cell>> rows = each.producers().stream()
                    .flatMap(producer -> producer.resources().stream()
                            .map(resource -> row(name(producer.producer()), resource, sources)))
                    .toList();
            blocks.add(new Block.Heading(3, "%s (%s)".formatted(each.label(), rows.size())));
            blocks.add(new Block.Table("Ouvertures annoncées, " + each.label(), COLUMNS, rows));
        }
        return blocks;
    }

    private static List<Cell> row(String producer, Resource resource, Sources sources) {
        return List.of(
                Cell.of(resource.name()),
                Cell.of(producer),
                Cell.of(announcement(resource.opening())),
                Cell.of(resource.opening().announcedFor().label()),
                Cell.of(sources.cite(resource.opening().citations())));
    }

    private static String label(String kind) {
        return KINDS.getOrDefault(kind, kind);
    }

    private static String name(@Nullable Name producer) {
        return producer == null ? Name.UNTOLD : producer.shortest();
    }

    private static String announcement(Answer.Opening opening) {
        String state = STATES.getOrDefault(opening.state(), opening.state());
        return opening.announcement() == null
                ? state
                : state + ", " + ANNOUNCEMENTS.getOrDefault(opening.announcement(), opening.announcement());
    }
}
