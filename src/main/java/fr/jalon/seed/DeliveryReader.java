package fr.jalon.seed;

import fr.jalon.period.Period;
import fr.jalon.schema.Contract;
import fr.jalon.seed.sheet.Table;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads a delivered table into the records of a seed file; every row is read, whatever is wrong with others. */
final class DeliveryReader {

    private static final Pattern AXIS = Pattern.compile("(\\d+(?:\\.\\d+)*|[IVX]+|[A-Z])\\.?(?:[\\s:–-]+(.+))?");
    private static final Pattern CODE = Pattern.compile("([A-Za-z]*)[\\s.-]*0*(\\d{1,3})");

    private final Slug slug;
    private final DeliveryNames actors;
    private final DeliveryNames themes;
    private final DeliveryNames actions;
    private final Problems problems;
    private final TreeMap<String, Map<String, Object>> axes = new TreeMap<>();
    private final TreeMap<String, Map<String, Object>> records = new TreeMap<>();
    private final Map<String, String> idsByCode = new LinkedHashMap<>();

    /** Words that the ids of a roadmap and of its parts share. */
    record Slug(String roadmap) {

        String part(String kind, String code) {
            String stem = roadmap.substring(roadmap.indexOf('/') + 1).replaceAll("-\\d{4}$", "");
            return kind + "/" + stem + "-" + code.toLowerCase(Locale.ROOT).replace('.', '-');
        }
    }

    /** What was read. */
    record Delivered(List<Map<String, Object>> axes, List<Map<String, Object>> actions) {}

    DeliveryReader(String roadmap, Contract contract, SeedDraft draft, Problems problems) {
        this.slug = new Slug(roadmap);
        this.problems = problems;
        this.actors = new DeliveryNames(contract, draft, "Actor");
        this.themes = new DeliveryNames(contract, draft, "Theme");
        this.actions = new DeliveryNames(contract, draft, "Action");
    }

    Delivered read(String file, Table table) {
        DeliveryTable delivery = new DeliveryTable(file, table, problems);
        DeliveryColumn source = delivery.has(DeliveryColumn.LINES) ? DeliveryColumn.LINES : DeliveryColumn.PAGES;
        List<DeliveryRow> rows = delivery.rows();
        if (delivery.has(DeliveryColumn.CODE)) {
            rows.forEach(this::identify);
            rows.forEach(row -> titleAxis(row, source));
            rows.forEach(row -> read(row, source));
        }
        return new Delivered(List.copyOf(axes.values()), List.copyOf(records.values()));
    }

    private void identify(DeliveryRow row) {
        String expected = "the code of the action, such as A05";
        String code = row.required(DeliveryColumn.CODE, expected);
        Matcher parts = CODE.matcher(code);
        if (!code.isEmpty() && !parts.matches()) {
            row.wrong(DeliveryColumn.CODE, DeliveryCells.shown(code), expected);
        } else if (!code.isEmpty()) {
            String id = slug.part("action", "%s%02d".formatted(parts.group(1), Integer.valueOf(parts.group(2))));
            if (idsByCode.containsValue(id)) {
                row.wrong(DeliveryColumn.CODE, DeliveryCells.shown(code) + " a second time", "each code once");
            }
            idsByCode.put(code, id);
        }
    }

    private void titleAxis(DeliveryRow row, DeliveryColumn source) {
        Matcher axis = AXIS.matcher(row.cell(DeliveryColumn.AXIS).text());
        if (axis.matches() && axis.group(2) != null) {
            String id = slug.part("axis", axis.group(1));
            Map<String, Object> titled = new LinkedHashMap<>();
            titled.put("id", id);
            titled.put("code", axis.group(1));
            titled.put("title", axis.group(2).strip());
            titled.put("roadmap", slug.roadmap());
            titled.put(
                    "at",
                    DeliveryCells.place(
                            row.cell(source).text().replaceAll("[;,\\n].*", "").strip()));
            axes.putIfAbsent(id, titled);
        }
    }

    private void read(DeliveryRow row, DeliveryColumn source) {
        row.refuseFaults();
        String code = row.cell(DeliveryColumn.CODE).text();
        List<Object> places = DeliveryCells.places(row, source);
        Map<String, Object> action = new LinkedHashMap<>();
        action.put("id", idsByCode.getOrDefault(code, ""));
        action.put("code", code);
        action.put(
                "title",
                row.required(DeliveryColumn.TITLE, "the title of the action").replaceAll("\\s+", " "));
        action.put("roadmap", slug.roadmap());
        put(action, "axis", axis(row));
        DeliveryCells.due(row).ifPresent(due -> {
            action.put("due", due.label());
            action.put("statedDeadlines", List.of(stated(row, due, places)));
        });
        put(action, "leads", DeliveryCells.names(row, DeliveryColumn.LEADS, actors, actor()));
        put(action, "contributors", DeliveryCells.names(row, DeliveryColumn.CONTRIBUTORS, actors, actor()));
        put(action, "about", DeliveryCells.names(row, DeliveryColumn.THEMES, themes, "a theme: its label or code"));
        put(action, "indicators", DeliveryCells.indicators(row, places));
        put(action, "references", references(row, places));
        action.put("at", DeliveryCells.at(places));
        records.putIfAbsent(String.valueOf(action.get("id")), action);
    }

    private static String actor() {
        return "the acronym, name or id of an organization or mandate";
    }

    private static void put(Map<String, Object> record, String key, Object value) {
        if (!value.equals("") && !value.equals(List.of())) {
            record.put(key, value);
        }
    }

    private static Map<String, Object> stated(DeliveryRow row, Period due, List<Object> places) {
        Map<String, Object> stated = new LinkedHashMap<>();
        stated.put("part", "BODY");
        stated.put("raw", row.cell(DeliveryColumn.DUE).text());
        stated.put("period", due.label());
        stated.put("at", DeliveryCells.at(places));
        return stated;
    }

    private String axis(DeliveryRow row) {
        String expected = "a number and a title, such as 2.1 Mieux connaître les données";
        String text = row.text(DeliveryColumn.AXIS, expected);
        if (text.isEmpty()) {
            return "";
        }
        Matcher axis = AXIS.matcher(text);
        if (!axis.matches()) {
            row.wrong(DeliveryColumn.AXIS, DeliveryCells.shown(text), expected);
            return "";
        }
        String id = slug.part("axis", axis.group(1));
        Map<String, Object> titled = axes.get(id);
        if (titled == null) {
            row.wrong(DeliveryColumn.AXIS, DeliveryCells.shown(text) + ", whose title no row gives", expected);
        } else if (axis.group(2) != null && !axis.group(2).strip().equals(titled.get("title"))) {
            row.wrong(
                    DeliveryColumn.AXIS, DeliveryCells.shown(text), "the title of a row above: " + titled.get("title"));
        }
        return id;
    }

    private List<Map<String, Object>> references(DeliveryRow row, List<Object> places) {
        List<Map<String, Object>> references = new ArrayList<>();
        for (String part : row.parts(DeliveryColumn.REFERENCES)) {
            String[] parts = part.split("\\s*:\\s*", 2);
            String to = idsByCode.getOrDefault(parts[0], parts[0]);
            if (!idsByCode.containsValue(to)
                    && !(to.contains("/") && actions.ids(to).size() == 1)) {
                row.wrong(
                        DeliveryColumn.REFERENCES,
                        DeliveryCells.shown(parts[0]),
                        "the code of an action here or the id of another"
                                + Nearest.question(parts[0], idsByCode.keySet()));
            }
            Map<String, Object> reference = new LinkedHashMap<>();
            reference.put("raw", parts[parts.length - 1]);
            reference.put("to", to);
            reference.put("at", DeliveryCells.at(places));
            references.add(reference);
        }
        return references;
    }
}
