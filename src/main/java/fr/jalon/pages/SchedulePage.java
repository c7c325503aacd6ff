package fr.jalon.pages;

import com.fasterxml.jackson.databind.JsonNode;
import fr.jalon.execution.GraphQlRequest;
import fr.jalon.pages.ListView.Facet;
import java.text.Collator;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What is due when: a table of counts by semester, each of which opens its list. */
final class SchedulePage implements Page {

    private static final String ROWS = "lignes";
    private static final String NO_SEMESTER = "\uffff";

    private static final List<Rows> CHOICES = List.of(
            new Rows("ministere", "Ministère", "schedule-actions", "actions", "MINISTRY", "ministere", "echeance"),
            new Rows("theme", "Thème", "schedule-actions", "actions", "THEME", "theme", "echeance"),
            new Rows("pilote", "Pilote", "schedule-actions", "actions", "LEAD", "pilote", "echeance"),
            new Rows("axe", "Axe", "schedule-actions", "actions", "AXIS", "axe", "echeance"),
            new Rows("type", "Type de ressource", "schedule-resources", "ressources", "KIND", "type", "annonce"),
            new Rows("etat", "État de l’ouverture", "schedule-resources", "ressources", "STATE", "etat", "annonce"));

    /**
     * What the rows are.
     *
     * @param value of the parameter
     * @param document the query
     * @param list that the cells open
     * @param dimension that makes the rows
     * @param row parameter of that list for the row
     * @param column parameter of that list for the semester
     */
    record Rows(String value, String name, String document, String list, String dimension, String row, String column) {}

    private final Address address;
    private final Rows rows;
    private final ListDefinition list;

    SchedulePage(Address address) {
        this.address = address;
        String wanted = address.first(ROWS).orElse(CHOICES.get(0).value());
        this.rows = CHOICES.stream()
                .filter(each -> each.value().equals(wanted))
                .findFirst()
                .orElseThrow(() -> PageException.badRequest("« lignes » vaut « %s » ; on peut y mettre : %s."
                        .formatted(wanted, CHOICES.stream().map(Rows::value).collect(Collectors.joining(", ")))));
        this.list = ListDefinition.of(rows.list());
        Set<String> known = new LinkedHashSet<>(Set.of(ROWS, ListDefinition.FRAGMENT, ListDefinition.COMPARED));
        list.filters().forEach(filter -> known.add(filter.parameter()));
        address.require(known);
        ListPage.requireNothingCompared(address);
    }

    @Override
    public GraphQlRequest request() {
        Map<String, Object> variables = new ListQuery(list, address).filter();
        variables.put("by", List.of(rows.dimension(), "SEMESTER"));
        return Documents.request(rows.document(), variables);
    }

    @Override
    public Shown show(JsonNode data, Frame frame) {
        Map<String, Map<String, Long>> counts = new LinkedHashMap<>();
        Map<String, String> names = new HashMap<>();
        Map<String, String> columns = new TreeMap<>();
        for (JsonNode group : data.path("counts")) {
            JsonNode row = group.path("keys").path(0);
            JsonNode column = group.path("keys").path(1);
            String id = row.path("id").asText(ListQuery.NONE);
            String semester =
                    column.path("id").isNull() ? NO_SEMESTER : column.path("id").asText();
            names.put(id, row.path("label").asText("Sans " + rows.name().toLowerCase(Locale.FRENCH)));
            columns.put(semester, column.path("label").asText("Sans semestre"));
            counts.computeIfAbsent(id, each -> new HashMap<>())
                    .put(semester, group.path("count").asLong());
        }
        View view = new View(
                rows,
                choices(),
                List.copyOf(columns.values()),
                rows(counts, names, columns),
                data.path("list").path("totalCount").asLong(),
                new Facets(list, address).of(data.path("list").path("facets")));
        return new Shown.Html(200, Templates.html("schedule", Map.of("frame", frame, "view", view)));
    }

    private List<ListView.Choice> choices() {
        return CHOICES.stream()
                .map(each -> new ListView.Choice(
                        each.name(),
                        0,
                        each.equals(rows),
                        (each.list().equals(rows.list()) ? address : address.to(address.path(), Map.of()))
                                .with(ROWS, each.value())
                                .href()))
                .toList();
    }

    private List<Row> rows(
            Map<String, Map<String, Long>> counts, Map<String, String> names, Map<String, String> columns) {
        long most = counts.values().stream()
                .flatMap(row -> row.values().stream())
                .max(Comparator.naturalOrder())
                .orElse(1L);
        List<Row> all = new ArrayList<>();
        counts.forEach((id, row) -> all.add(new Row(
                String.valueOf(names.get(id)),
                link(id, null),
                columns.entrySet().stream()
                        .map(column -> cell(id, column, row.getOrDefault(column.getKey(), 0L), most))
                        .toList())));
        all.sort(Comparator.comparing(Row::name, Collator.getInstance(Locale.FRENCH)));
        return all;
    }

    private Cell cell(String row, Map.Entry<String, String> column, long count, long most) {
        String semester = column.getKey().equals(NO_SEMESTER) ? ListQuery.NONE : column.getValue();
        return new Cell(count, Math.round(100f * count / most), link(row, semester));
    }

    /** The list behind a row, or behind a cell of it. */
    private String link(String row, @Nullable String semester) {
        Address list = address.to(rows.list(), address.parameters())
                .without(ROWS)
                .without(ListDefinition.FRAGMENT)
                .with(rows.row(), row);
        return (semester == null ? list : list.with(rows.column(), semester)).href();
    }

    /** What the page shows. */
    record View(
            Rows rows,
            List<ListView.Choice> choices,
            List<String> columns,
            List<Row> table,
            long total,
            List<Facet> facets) {}

    /** A row of the table. */
    record Row(String name, String href, List<Cell> cells) {}

    /**
     * How many are in a row and in a semester.
     *
     * @param share of the largest count, in percent
     */
    record Cell(long count, long share, String href) {}
}
