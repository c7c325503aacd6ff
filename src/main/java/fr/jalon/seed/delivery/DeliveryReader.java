package fr.jalon.seed.delivery;

import fr.jalon.period.Period;
import fr.jalon.seed.record.Problems;
import fr.jalon.seed.sheet.Table;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads a delivered table into the records of a seed file; every row is read, whatever is wrong with others. */
final class DeliveryReader {

    private static final String ACTOR = "the acronym, name or id of an organization or mandate";
    private static final String RESOURCE =
            "the acronym, name or id of a dataset, API, repository, algorithm or service";

    private final KnownNames known;
    private final RoadmapIds ids;
    private final DeliveredAxes axes;
    private final Map<String, String> idsByCode = new LinkedHashMap<>();

    /** A row, and what all its cells need. */
    private record Line(DeliveryRow row, String code, String id, List<Object> places) {}

    /** Reads one table for a roadmap. */
    DeliveryReader(KnownNames known, RoadmapIds ids) {
        this.known = known;
        this.ids = ids;
        this.axes = new DeliveredAxes(ids);
    }

    Delivered read(String file, Table table, Problems problems) {
        DeliveryTable delivery = new DeliveryTable(file, table, problems);
        if (!delivery.has(DeliveryColumn.CODE)) {
            return new Delivered(delivery.columns(), List.of(), List.of());
        }
        DeliveryColumn source = delivery.has(DeliveryColumn.LINES) ? DeliveryColumn.LINES : DeliveryColumn.PAGES;
        List<Line> lines =
                delivery.rows().stream().map(row -> begun(row, source)).toList();
        lines.forEach(line -> axes.note(line.row(), line.places()));
        Map<String, DeliveredRecord> actions = new LinkedHashMap<>();
        for (Line line : lines) {
            actions.putIfAbsent(line.id(), new DeliveredRecord(line.row(), line.id(), action(line)));
        }
        return new Delivered(delivery.columns(), axes.all(), List.copyOf(actions.values()));
    }

    private Line begun(DeliveryRow row, DeliveryColumn source) {
        row.refuseFaults();
        String expected = "the code of the action, such as A05";
        String code = row.required(DeliveryColumn.CODE, expected);
        String id = "";
        if (!code.isEmpty() && RoadmapIds.actionCode(code).isEmpty()) {
            row.wrong(DeliveryColumn.CODE, DeliveryCells.shown(code), expected);
        } else if (!code.isEmpty()) {
            id = identified(row, code);
        }
        return new Line(row, code, id, DeliveryCells.places(row, source));
    }

    private String identified(DeliveryRow row, String code) {
        String id = ids.id(RoadmapIds.ACTION, code);
        if (idsByCode.containsValue(id)) {
            row.wrong(DeliveryColumn.CODE, DeliveryCells.shown(code) + " a second time", "each code once");
        }
        ids.stranger(id)
                .ifPresent(other -> row.wrong(
                        DeliveryColumn.CODE,
                        "%s, whose id %s is taken at %s".formatted(DeliveryCells.shown(code), id, other.spot()),
                        "a code whose id is free; or give that record another id first"));
        idsByCode.put(code, id);
        return id;
    }

    private Map<String, Object> action(Line line) {
        DeliveryRow row = line.row();
        DeliveredParts parts = new DeliveredParts(known, ids, idsByCode, line.places());
        Map<String, Object> action = new LinkedHashMap<>();
        action.put("id", line.id());
        action.put("code", line.code());
        action.put("title", DeliveryRow.spaced(row.required(DeliveryColumn.TITLE, "the title of the action")));
        put(action, "description", DeliveryRow.spaced(row.text(DeliveryColumn.DESCRIPTION, "a sentence")));
        action.put("roadmap", ids.roadmap());
        axes.id(row).ifPresent(axis -> action.put("axis", axis));
        putDeadlines(action, line);
        put(action, "leads", DeliveryCells.names(row, DeliveryColumn.LEADS, known.actors(), ACTOR));
        put(action, "contributors", DeliveryCells.names(row, DeliveryColumn.CONTRIBUTORS, known.actors(), ACTOR));
        put(action, "about", themes(row));
        put(action, "alignments", parts.alignments(row));
        put(action, "concerns", DeliveryCells.names(row, DeliveryColumn.CONCERNS, known.resources(), RESOURCE));
        put(action, "indicators", parts.indicators(row));
        put(action, "references", parts.references(row));
        action.put("at", line.places());
        return action;
    }

    private static void put(Map<String, Object> record, String key, Object value) {
        if (!value.equals("") && !value.equals(List.of())) {
            record.put(key, value);
        }
    }

    private List<String> themes(DeliveryRow row) {
        String expected = "a theme: its label or code";
        return DeliveryCells.names(row, DeliveryColumn.THEMES, known.themes(), expected).stream()
                .map(id -> id.substring(id.indexOf('/') + 1))
                .toList();
    }

    /** The deadline that is followed is the body's, or else the annex's. */
    private static void putDeadlines(Map<String, Object> action, Line line) {
        Optional<Period> body = DeliveryCells.deadline(line.row(), DeliveryColumn.DUE);
        Optional<Period> annex = DeliveryCells.deadline(line.row(), DeliveryColumn.ANNEX);
        List<Map<String, Object>> stated = new ArrayList<>();
        body.ifPresent(due -> stated.add(stated(line, "BODY", DeliveryColumn.DUE, due)));
        annex.ifPresent(due -> stated.add(stated(line, "ANNEX", DeliveryColumn.ANNEX, due)));
        body.or(() -> annex).ifPresent(due -> action.put("due", due.label()));
        put(action, "statedDeadlines", stated);
    }

    private static Map<String, Object> stated(Line line, String part, DeliveryColumn column, Period due) {
        Map<String, Object> stated = new LinkedHashMap<>();
        stated.put("part", part);
        stated.put("raw", line.row().cell(column).text());
        stated.put("period", due.label());
        stated.put("at", line.places());
        return stated;
    }
}
