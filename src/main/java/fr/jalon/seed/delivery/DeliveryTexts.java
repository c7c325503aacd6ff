package fr.jalon.seed.delivery;

import fr.jalon.period.Period;
import fr.jalon.period.PeriodFormatException;
import fr.jalon.seed.record.SeedDraft;
import fr.jalon.seed.record.SeedIndex;
import fr.jalon.seed.record.SeedRecord;
import fr.jalon.seed.sheet.Cell;
import fr.jalon.seed.sheet.Table;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What the cells of a sheet say of the actions that the seed has. */
final class DeliveryTexts {

    private static final String BETWEEN = " ; ";

    private final SeedDraft draft;
    private final SeedIndex index;
    private final KnownNames known;
    private final String document;

    /** For a roadmap, whose places lie in this document. */
    DeliveryTexts(SeedDraft draft, SeedIndex index, KnownNames known, String document) {
        this.draft = draft;
        this.index = index;
        this.known = known;
        this.document = document;
    }

    /** Rows of texts, without the headings. */
    List<List<String>> rows(List<SeedRecord> actions, List<DeliveryColumn> columns) {
        return actions.stream()
                .map(action ->
                        columns.stream().map(column -> text(action, column)).toList())
                .toList();
    }

    /** The same as a table, with the headings, as if it had been delivered. */
    Table table(List<SeedRecord> actions, List<DeliveryColumn> columns) {
        List<List<String>> rows = new ArrayList<>(rows(actions, columns));
        rows.add(0, columns.stream().map(DeliveryColumn::heading).toList());
        List<Table.Row> table = new ArrayList<>();
        for (List<String> row : rows) {
            table.add(
                    new Table.Row(table.size() + 1, row.stream().map(Cell::text).toList()));
        }
        return Table.of(table, List.of());
    }

    private String text(SeedRecord action, DeliveryColumn column) {
        return switch (column) {
            case CODE -> value(action, "code");
            case TITLE -> value(action, "title");
            case DESCRIPTION -> value(action, "description");
            case AXIS -> joined(action, "axis", BETWEEN, this::axis);
            case LEADS -> joined(action, "leads", BETWEEN, known.actors()::shortest);
            case CONTRIBUTORS -> joined(action, "contributors", BETWEEN, known.actors()::shortest);
            case DUE -> deadline(action, "BODY").orElseGet(() -> unstated(action));
            case ANNEX -> deadline(action, "ANNEX").orElse("");
            case THEMES -> joined(action, "about", BETWEEN, known.themes()::shortest);
            case CONCERNS -> joined(action, "concerns", BETWEEN, known.resources()::shortest);
            case OBJECTIVES -> joined(action, "alignments", "\n", this::alignment);
            case INDICATORS -> joined(action, "indicators", "\n", this::indicator);
            case REFERENCES -> joined(action, "references", "\n", id -> reference(action, id));
            case PAGES, LINES -> places(action);
        };
    }

    private static String value(SeedRecord known, String property) {
        return String.valueOf(known.values().getOrDefault(property, ""));
    }

    private String joined(SeedRecord owner, String field, String between, Function<String, String> text) {
        return index.others(owner.id(), owner.type(), field).stream().map(text).collect(Collectors.joining(between));
    }

    /** Numbers and titles from the outermost section inwards. */
    private String axis(String id) {
        Deque<String> names = new ArrayDeque<>();
        Set<String> met = new HashSet<>();
        Optional<SeedRecord> axis = index.find(id);
        while (axis.isPresent() && met.add(axis.get().id())) {
            SeedRecord each = axis.get();
            names.push(value(each, "code") + " " + value(each, "title"));
            axis = index.others(each.id(), each.type(), "parent").stream()
                    .findFirst()
                    .flatMap(index::find);
        }
        return String.join(DeliveredAxes.INSIDE, names);
    }

    /** As printed, or in our own writing where that cannot be read. */
    private Optional<String> deadline(SeedRecord action, String part) {
        return index.others(action.id(), action.type(), "statedDeadlines").stream()
                .flatMap(id -> index.find(id).stream())
                .filter(stated -> part.equals(stated.values().get("part")))
                .map(stated -> joined(stated, "period", BETWEEN, id -> written(value(stated, "raw"), id)))
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
        return joined(alignment, "objective", BETWEEN, known.objectives()::shortest) + " : "
                + value(alignment, "reason");
    }

    private String indicator(String id) {
        SeedRecord indicator = index.find(id).orElseThrow();
        return IndicatorText.written(
                indicator,
                joined(indicator, "due", BETWEEN, due -> Period.ofId(due).label()));
    }

    private String reference(SeedRecord action, String id) {
        SeedRecord reference = index.find(id).orElseThrow();
        String intended = joined(reference, "intended", BETWEEN, to -> target(action, to));
        return joined(reference, "to", BETWEEN, to -> target(action, to))
                + (intended.isEmpty() ? "" : " → " + intended)
                + " : "
                + value(reference, "raw");
    }

    /** The code of an action of the same roadmap, else the whole id. */
    private String target(SeedRecord action, String id) {
        return index.find(id)
                .filter(other -> other.type().equals(action.type()))
                .filter(other -> index.others(id, other.type(), "roadmap")
                        .equals(index.others(action.id(), action.type(), "roadmap")))
                .map(other -> value(other, "code"))
                .orElse(id);
    }

    private String places(SeedRecord action) {
        return draft.places().stream()
                .filter(place -> place.owner().equals(action.id()))
                .filter(place -> place.document().id().equals(document))
                .map(place -> place.first() == place.last()
                        ? String.valueOf(place.first())
                        : place.first() + "-" + place.last())
                .collect(Collectors.joining(BETWEEN));
    }
}
