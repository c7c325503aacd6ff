package fr.jalon.seed;

import fr.jalon.period.Period;
import fr.jalon.seed.sheet.Page;
import fr.jalon.seed.sheet.Spreadsheet;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The spreadsheet in which a ministry delivers its roadmap, empty or with what the seed has of one. */
public final class DeliveryTemplate {

    static final String ACTIONS = "actions";

    private final Seed seed;
    private final SeedIndex index;
    private final DeliveryNames actors;
    private final DeliveryNames themes;

    /** A template whose pick lists offer the organizations and themes of a seed. */
    public DeliveryTemplate(Seed seed) {
        this.seed = seed;
        this.index = new SeedIndex(seed.draft());
        this.actors = new DeliveryNames(seed.contract(), seed.draft(), "Actor");
        this.themes = new DeliveryNames(seed.contract(), seed.draft(), "Theme");
    }

    /** Writes it, with the actions of a roadmap if one is named; the ending of the file tells the format. */
    public void write(Path file, @Nullable String roadmap) {
        Spreadsheet.write(file, pages(roadmap));
    }

    /** What each column holds, a line each, for formats without a sheet that says so. */
    public static List<String> explanations() {
        return Arrays.stream(DeliveryColumn.values())
                .map(each -> "%s : %s Exemple : %s".formatted(each.heading(), each.explanation(), each.example()))
                .toList();
    }

    List<Page> pages(@Nullable String roadmap) {
        List<SeedRecord> actions = seed.draft().records().stream()
                .filter(each -> each.type().name().equals("Action"))
                .filter(each -> roadmap != null
                        && index.others(each.id(), each.type(), "roadmap").contains(roadmap))
                .toList();
        boolean lines = actions.stream().anyMatch(this::citesLines);
        List<DeliveryColumn> columns = Arrays.stream(DeliveryColumn.values())
                .filter(each -> each != (lines ? DeliveryColumn.PAGES : DeliveryColumn.LINES))
                .toList();
        List<List<String>> rows = actions.stream()
                .map(action ->
                        columns.stream().map(column -> text(action, column)).toList())
                .toList();
        Page page = new Page(ACTIONS, columns.stream().map(this::column).toList(), rows);
        return List.of(page, explanation());
    }

    private Page.Column column(DeliveryColumn column) {
        List<String> choices = switch (column) {
            case LEADS, CONTRIBUTORS -> actors.choices();
            case THEMES -> themes.choices();
            default -> List.of();
        };
        return new Page.Column(column.heading(), column.width(), choices);
    }

    private static Page explanation() {
        List<Page.Column> columns = List.of(
                new Page.Column("colonne", 14, List.of()),
                new Page.Column("ce qu'elle contient", 90, List.of()),
                new Page.Column("exemple", 50, List.of()));
        return new Page(
                "mode d'emploi",
                columns,
                Arrays.stream(DeliveryColumn.values())
                        .map(each -> List.of(each.heading(), each.explanation(), each.example()))
                        .toList());
    }

    private boolean citesLines(SeedRecord action) {
        return places(action).stream()
                .map(SeedPlace::document)
                .flatMap(document -> index.find(document.id()).stream())
                .anyMatch(document -> "LINE".equals(document.values().get("unit")));
    }

    private List<SeedPlace> places(SeedRecord owner) {
        return seed.draft().places().stream()
                .filter(place -> place.owner().equals(owner.id()))
                .toList();
    }

    private String text(SeedRecord action, DeliveryColumn column) {
        return switch (column) {
            case CODE -> value(action, "code");
            case TITLE -> value(action, "title");
            case AXIS ->
                joined(
                        action,
                        "axis",
                        id -> index.find(id)
                                .map(axis -> value(axis, "code") + " " + value(axis, "title"))
                                .orElse(""));
            case LEADS -> joined(action, "leads", actors::shortest);
            case CONTRIBUTORS -> joined(action, "contributors", actors::shortest);
            case DUE -> joined(action, "due", id -> Period.ofId(id).label());
            case THEMES -> joined(action, "about", themes::shortest);
            case INDICATORS -> joined(action, "indicators", this::indicator);
            case REFERENCES -> joined(action, "references", this::reference);
            case PAGES, LINES ->
                places(action).stream()
                        .map(place -> place.first() == place.last()
                                ? String.valueOf(place.first())
                                : place.first() + "-" + place.last())
                        .collect(Collectors.joining(" ; "));
        };
    }

    private static String value(SeedRecord known, String property) {
        return String.valueOf(known.values().getOrDefault(property, ""));
    }

    private String joined(SeedRecord owner, String field, Function<String, String> text) {
        return index.others(owner.id(), owner.type(), field).stream().map(text).collect(Collectors.joining(" ; "));
    }

    private String indicator(String id) {
        SeedRecord indicator = index.find(id).orElseThrow();
        List<String> values = new ArrayList<>();
        for (String property : List.of("label", "baseline", "target", "unit")) {
            values.add(value(indicator, property));
        }
        values.add(joined(indicator, "due", due -> Period.ofId(due).label()));
        return String.join(" | ", values).replaceAll("[ |]+$", "");
    }

    private String reference(String id) {
        SeedRecord reference = index.find(id).orElseThrow();
        return joined(reference, "to", to -> to) + " : " + value(reference, "raw");
    }
}
