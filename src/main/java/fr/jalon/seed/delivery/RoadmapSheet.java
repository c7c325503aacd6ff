package fr.jalon.seed.delivery;

import fr.jalon.period.Period;
import fr.jalon.seed.record.Problems;
import fr.jalon.seed.sheet.Table;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The records of a seed file that the rows of a delivered table state.
 *
 * @param columns that the table has
 * @param axes sections of the roadmap, each after the one that holds it
 * @param actions in the order of their rows
 */
record RoadmapSheet(List<DeliveryColumn> columns, List<Stated> axes, List<Stated> actions) {

    /**
     * A record as the sheet states it.
     *
     * @param row that states it, the first of several
     * @param id of an action or a section
     * @param values keys of the seed file and what they hold: texts, numbers, lists and records of these
     */
    record Stated(DeliveryRow row, String id, Map<String, Object> values) {}

    /** Reads a table of a roadmap; every row is read, whatever is wrong with others. */
    static RoadmapSheet read(String file, Table table, Roadmap roadmap, Vocabulary vocabulary, Problems problems) {
        return new Reader(roadmap, vocabulary).read(new DeliveryColumn.Headings(file, table, problems));
    }

    Optional<Stated> find(String id) {
        return Stream.concat(axes.stream(), actions.stream())
                .filter(each -> each.id().equals(id))
                .findFirst();
    }

    List<Stated> of(String kind) {
        return kind.equals(Roadmap.AXIS) ? axes : actions;
    }

    /** What its locators count in the document. */
    String unit() {
        return columns.contains(DeliveryColumn.LINES) ? "LINE" : "PAGE";
    }

    private static final class Reader {

        private static final String ACTOR = "the acronym, name or id of an organization or mandate";
        private static final String RESOURCE =
                "the acronym, name or id of a dataset, API, repository, algorithm or service";

        private final Roadmap roadmap;
        private final Vocabulary vocabulary;
        private final AxisReader axes;
        private final Map<String, String> idsByCode = new LinkedHashMap<>();

        /** A row, and what all its cells need. */
        private record Line(DeliveryRow row, String code, String id, List<Object> locators) {}

        private Reader(Roadmap roadmap, Vocabulary vocabulary) {
            this.roadmap = roadmap;
            this.vocabulary = vocabulary;
            this.axes = new AxisReader(roadmap);
        }

        private RoadmapSheet read(DeliveryColumn.Headings headings) {
            if (!headings.has(DeliveryColumn.CODE)) {
                return new RoadmapSheet(headings.columns(), List.of(), List.of());
            }
            DeliveryColumn source = headings.has(DeliveryColumn.LINES) ? DeliveryColumn.LINES : DeliveryColumn.PAGES;
            List<Line> lines =
                    headings.rows().stream().map(row -> begun(row, source)).toList();
            lines.forEach(line -> axes.note(line.row(), line.locators()));
            Map<String, Stated> actions = new LinkedHashMap<>();
            for (Line line : lines) {
                actions.putIfAbsent(line.id(), new Stated(line.row(), line.id(), action(line)));
            }
            return new RoadmapSheet(headings.columns(), axes.all(), List.copyOf(actions.values()));
        }

        private Line begun(DeliveryRow row, DeliveryColumn source) {
            row.refuseFaults();
            String expected = "the code of the action, such as A05";
            String code = row.required(DeliveryColumn.CODE, expected);
            String id = "";
            if (!code.isEmpty() && Roadmap.actionCode(code).isEmpty()) {
                row.wrong(DeliveryColumn.CODE, Problems.quoted(code), expected);
            } else if (!code.isEmpty()) {
                id = identified(row, code);
            }
            return new Line(row, code, id, row.locators(source));
        }

        private String identified(DeliveryRow row, String code) {
            String id = roadmap.id(Roadmap.ACTION, code);
            if (idsByCode.containsValue(id)) {
                row.wrong(DeliveryColumn.CODE, Problems.quoted(code) + " a second time", "each code once");
            }
            roadmap.foreign(id)
                    .ifPresent(other -> row.wrong(
                            DeliveryColumn.CODE,
                            "%s, whose id %s is taken at %s".formatted(Problems.quoted(code), id, other.location()),
                            "a code whose id is free; or give that record another id first"));
            idsByCode.put(code, id);
            return id;
        }

        private Map<String, Object> action(Line line) {
            DeliveryRow row = line.row();
            NestedRecords nested = new NestedRecords(row, line.locators(), roadmap, vocabulary, idsByCode);
            Map<String, Object> action = new LinkedHashMap<>();
            action.put("id", line.id());
            action.put("code", line.code());
            action.put("title", DeliveryRow.spaced(row.required(DeliveryColumn.TITLE, "the title of the action")));
            put(action, "description", DeliveryRow.spaced(row.text(DeliveryColumn.DESCRIPTION, "a sentence")));
            action.put("roadmap", roadmap.id());
            axes.id(row).ifPresent(axis -> action.put("axis", axis));
            putDeadlines(action, line);
            put(action, "leads", row.ids(DeliveryColumn.LEADS, vocabulary.actors(), ACTOR));
            put(action, "contributors", row.ids(DeliveryColumn.CONTRIBUTORS, vocabulary.actors(), ACTOR));
            put(action, "about", themes(row));
            put(action, "alignments", nested.alignments());
            put(action, "concerns", row.ids(DeliveryColumn.CONCERNS, vocabulary.resources(), RESOURCE));
            put(action, "indicators", nested.indicators());
            put(action, "references", nested.references());
            action.put("at", line.locators());
            return action;
        }

        private static void put(Map<String, Object> record, String key, Object value) {
            if (!value.equals("") && !value.equals(List.of())) {
                record.put(key, value);
            }
        }

        private List<String> themes(DeliveryRow row) {
            String expected = "a theme: its label or code";
            return row.ids(DeliveryColumn.THEMES, vocabulary.themes(), expected).stream()
                    .map(Roadmap::end)
                    .toList();
        }

        /** The deadline that is followed is the body's, or else the annex's. */
        private void putDeadlines(Map<String, Object> action, Line line) {
            Optional<Period> body = line.row().deadline(DeliveryColumn.DUE);
            Optional<Period> annex = line.row().deadline(DeliveryColumn.ANNEX);
            List<Map<String, Object>> stated = new ArrayList<>();
            body.ifPresent(due -> stated.add(deadline(line, "BODY", DeliveryColumn.DUE, due)));
            annex.ifPresent(due -> stated.add(deadline(line, "ANNEX", DeliveryColumn.ANNEX, due)));
            body.or(() -> annex).ifPresent(due -> action.put("due", due.label()));
            put(action, "statedDeadlines", stated);
        }

        private Map<String, Object> deadline(Line line, String part, DeliveryColumn column, Period due) {
            Map<String, Object> deadline = new LinkedHashMap<>();
            deadline.put("part", part);
            deadline.put("raw", line.row().cell(column).text());
            deadline.put("period", due.label());
            deadline.put("at", roadmap.within(line.locators(), part));
            return deadline;
        }
    }
}
