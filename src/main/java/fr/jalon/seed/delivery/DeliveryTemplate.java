package fr.jalon.seed.delivery;

import fr.jalon.period.Period;
import fr.jalon.period.PeriodFormatException;
import fr.jalon.seed.Seed;
import fr.jalon.seed.record.Problems;
import fr.jalon.seed.record.SeedDraft;
import fr.jalon.seed.record.SeedIndex;
import fr.jalon.seed.record.SeedRecord;
import fr.jalon.seed.sheet.Cell;
import fr.jalon.seed.sheet.Page;
import fr.jalon.seed.sheet.Spreadsheet;
import fr.jalon.seed.sheet.Table;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The spreadsheet in which a ministry delivers its roadmap, empty or with what the seed has of one. */
public final class DeliveryTemplate {

    static final String ACTIONS = "actions";

    private static final String BETWEEN = " ; ";

    private final SeedDraft draft;
    private final SeedIndex index;
    private final Vocabulary vocabulary;

    /** A template whose pick lists offer what a seed has. */
    public DeliveryTemplate(Seed seed) {
        this.draft = seed.draft();
        this.index = new SeedIndex(draft);
        this.vocabulary = Vocabulary.of(seed.contract(), draft, index);
    }

    /**
     * What a file of it holds, with the actions of a roadmap if one is named; the ending of the file tells the format.
     *
     * @throws UnknownRoadmapException if the seed has no such roadmap
     */
    public byte[] bytes(Path file, @Nullable String roadmap) {
        return Spreadsheet.bytes(file, pages(roadmap));
    }

    /** What each column holds, a line each, for formats without a sheet that says so. */
    public static List<String> explanations() {
        return Arrays.stream(DeliveryColumn.values())
                .map(each -> "%s : %s Exemple : %s".formatted(each.heading(), each.explanation(), each.example()))
                .toList();
    }

    private List<Page> pages(@Nullable String id) {
        if (id == null) {
            return pages(columns("PAGE"), List.of());
        }
        Roadmap roadmap = Roadmap.of(id, draft, index);
        List<DeliveryColumn> columns = columns(roadmap.unit().orElse("PAGE"));
        return pages(columns, rows(roadmap, columns));
    }

    private List<Page> pages(List<DeliveryColumn> columns, List<List<String>> rows) {
        return List.of(new Page(ACTIONS, columns.stream().map(this::column).toList(), rows), explanation());
    }

    private static List<DeliveryColumn> columns(String unit) {
        DeliveryColumn other = unit.equals("LINE") ? DeliveryColumn.PAGES : DeliveryColumn.LINES;
        return Arrays.stream(DeliveryColumn.values())
                .filter(each -> each != other)
                .toList();
    }

    private Page.Column column(DeliveryColumn column) {
        List<String> choices = switch (column) {
            case LEADS, CONTRIBUTORS -> vocabulary.actors().allPreferred();
            case THEMES -> vocabulary.themes().allPreferred();
            case CONCERNS -> vocabulary.resources().allPreferred();
            case OBJECTIVES -> vocabulary.objectives().allPreferred();
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

    /** The records that a delivered table of a roadmap states. */
    RoadmapSheet read(String file, Table table, Roadmap roadmap, Problems problems) {
        return RoadmapSheet.read(file, table, roadmap, vocabulary, problems);
    }

    /** What the seed has of a roadmap as a table, as if that had been delivered with these columns. */
    Table table(Roadmap roadmap, List<DeliveryColumn> columns) {
        List<List<String>> rows = new ArrayList<>(rows(roadmap, columns));
        rows.add(0, columns.stream().map(DeliveryColumn::heading).toList());
        List<Table.Row> table = new ArrayList<>();
        for (List<String> row : rows) {
            table.add(
                    new Table.Row(table.size() + 1, row.stream().map(Cell::text).toList()));
        }
        return Table.of(table, List.of());
    }

    /** Texts of each action, without the headings. */
    private List<List<String>> rows(Roadmap roadmap, List<DeliveryColumn> columns) {
        return roadmap.records(Roadmap.ACTION).stream()
                .map(action -> columns.stream()
                        .map(column -> text(roadmap, action, column))
                        .toList())
                .toList();
    }

    private String text(Roadmap roadmap, SeedRecord action, DeliveryColumn column) {
        return switch (column) {
            case CODE -> action.text("code");
            case TITLE -> action.text("title");
            case DESCRIPTION -> action.text("description");
            case AXIS -> joined(action, "axis", BETWEEN, this::axis);
            case LEADS -> joined(action, "leads", BETWEEN, vocabulary.actors()::preferred);
            case CONTRIBUTORS -> joined(action, "contributors", BETWEEN, vocabulary.actors()::preferred);
            case DUE -> deadline(action, "BODY").orElseGet(() -> unstated(action));
            case ANNEX -> deadline(action, "ANNEX").orElse("");
            case THEMES -> joined(action, "about", BETWEEN, vocabulary.themes()::preferred);
            case CONCERNS -> joined(action, "concerns", BETWEEN, vocabulary.resources()::preferred);
            case OBJECTIVES -> joined(action, "alignments", "\n", this::alignment);
            case INDICATORS -> joined(action, "indicators", "\n", this::indicator);
            case REFERENCES -> joined(action, "references", "\n", id -> reference(action, id));
            case PAGES, LINES -> locators(action, roadmap.document());
        };
    }

    private String joined(SeedRecord owner, String field, String between, Function<String, String> text) {
        return index.others(owner.id(), owner.type(), field).stream().map(text).collect(Collectors.joining(between));
    }

    /** Numbers and titles from the outermost section inwards. */
    private String axis(String id) {
        Deque<String> names = new ArrayDeque<>();
        Set<String> visited = new HashSet<>();
        Optional<SeedRecord> axis = index.find(id);
        while (axis.isPresent() && visited.add(axis.get().id())) {
            SeedRecord each = axis.get();
            names.push(each.text("code") + " " + each.text("title"));
            axis = index.others(each.id(), each.type(), "parent").stream()
                    .findFirst()
                    .flatMap(index::find);
        }
        return String.join(AxisReader.INSIDE, names);
    }

    /** As printed, or in our own writing where that cannot be read. */
    private Optional<String> deadline(SeedRecord action, String part) {
        return index.others(action.id(), action.type(), "statedDeadlines").stream()
                .flatMap(id -> index.find(id).stream())
                .filter(stated -> part.equals(stated.values().get("part")))
                .map(stated -> joined(stated, "period", BETWEEN, id -> written(stated.text("raw"), id)))
                .filter(text -> !text.isEmpty())
                .findFirst();
    }

    private static String written(String raw, String period) {
        try {
            if (Period.parse(raw).id().equals(period)) {
                return raw;
            }
        } catch (PeriodFormatException e) {
            return Period.ofId(period).label();
        }
        return Period.ofId(period).label();
    }

    /** A deadline that no part of the document is known to print. */
    private String unstated(SeedRecord action) {
        return deadline(action, "ANNEX").isPresent()
                ? ""
                : joined(action, "due", BETWEEN, id -> Period.ofId(id).label());
    }

    private String alignment(String id) {
        SeedRecord alignment = index.find(id).orElseThrow();
        return joined(alignment, "objective", BETWEEN, vocabulary.objectives()::preferred) + " : "
                + alignment.text("reason");
    }

    private String indicator(String id) {
        SeedRecord indicator = index.find(id).orElseThrow();
        return NestedRecords.Indicator.written(
                indicator,
                joined(indicator, "due", BETWEEN, due -> Period.ofId(due).label()));
    }

    private String reference(SeedRecord action, String id) {
        SeedRecord reference = index.find(id).orElseThrow();
        String intended = joined(reference, "intended", BETWEEN, to -> target(action, to));
        return joined(reference, "to", BETWEEN, to -> target(action, to))
                + (intended.isEmpty() ? "" : " → " + intended)
                + " : "
                + reference.text("raw");
    }

    /** The code of an action of the same roadmap, else the whole id. */
    private String target(SeedRecord action, String id) {
        return index.find(id)
                .filter(other -> other.type().equals(action.type()))
                .filter(other -> index.others(id, other.type(), "roadmap")
                        .equals(index.others(action.id(), action.type(), "roadmap")))
                .map(other -> other.text("code"))
                .orElse(id);
    }

    private String locators(SeedRecord action, String document) {
        return draft.citations().stream()
                .filter(each -> each.owner().equals(action.id()))
                .filter(each -> each.document().id().equals(document))
                .map(each ->
                        each.first() == each.last() ? String.valueOf(each.first()) : each.first() + "-" + each.last())
                .collect(Collectors.joining(BETWEEN));
    }
}
