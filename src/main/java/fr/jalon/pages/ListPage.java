package fr.jalon.pages;

import com.fasterxml.jackson.databind.JsonNode;
import fr.jalon.execution.GraphQlRequest;
import fr.jalon.pages.ListDefinition.Column;
import fr.jalon.pages.ListView.Cell;
import fr.jalon.pages.ListView.Choice;
import fr.jalon.pages.ListView.Head;
import fr.jalon.pages.ListView.Row;
import fr.jalon.tabular.TableFormat;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** A list of nodes: facets with counts, order, pages, columns, all of them in the address. */
final class ListPage implements Page {

    /** At the end of a column's path: how many there are. */
    private static final String COUNTED = "#";

    private final String document;
    private final ListDefinition list;
    private final Address address;
    private final Values values;
    private final ListQuery query;

    /**
     * The list at an address; throws {@link PageException} for a parameter or a value that it has not.
     *
     * @param document name of its query and of its definition
     */
    ListPage(String document, Address address, Words words) {
        this.document = document;
        this.list = ListDefinition.of(document);
        this.address = address;
        this.values = new Values(words);
        this.query = new ListQuery(list, address);
        address.require(list.parameters());
        requireNothingCompared(address);
        requireColumns();
    }

    /** History is what two dates are compared by. */
    static void requireNothingCompared(Address address) {
        if (!address.all(ListDefinition.COMPARED).isEmpty()) {
            throw PageException.badRequest(
                    "« avec » compare avec une autre date : cela demande l’historique des changements, que ce graphe ne garde pas encore.");
        }
    }

    private void requireColumns() {
        Set<String> known =
                list.columns().stream().map(Column::path).collect(Collectors.toCollection(LinkedHashSet::new));
        address.all(ListDefinition.COLUMNS).stream()
                .filter(column -> !known.contains(column))
                .findFirst()
                .ifPresent(column -> {
                    throw PageException.badRequest("Il n’y a pas de colonne « %s » ; les colonnes sont : %s."
                            .formatted(column, String.join(", ", known)));
                });
    }

    @Override
    public GraphQlRequest request() {
        return query.request(document);
    }

    @Override
    public boolean isList() {
        return true;
    }

    @Override
    public Shown show(JsonNode data, Frame frame) {
        JsonNode connection = data.path(list.root());
        List<Column> columns = shownColumns();
        List<Row> rows = StreamSupport.stream(connection.path("nodes").spliterator(), false)
                .map(node -> row(node, columns))
                .toList();
        ListView view = new ListView(
                list.title(),
                list.intro(),
                connection.path("totalCount").asLong(),
                columns.stream().map(this::head).toList(),
                rows,
                new Facets(list, fromStart()).of(connection.path("facets")),
                list.columns().stream().map(each -> choice(each, columns)).toList(),
                next(connection.path("pageInfo")),
                formats(),
                list,
                address);
        return new Shown.Html(200, Templates.html("list", Map.of("frame", frame, "view", view)));
    }

    private List<Column> shownColumns() {
        List<String> wanted = address.all(ListDefinition.COLUMNS);
        return list.columns().stream()
                .filter(column -> wanted.isEmpty() ? column.shown() : wanted.contains(column.path()))
                .toList();
    }

    private Head head(Column column) {
        if (column.order() == null) {
            return new Head(column.name(), null, "none");
        }
        boolean ascending = query.order().equals(column.order());
        boolean descending = query.order().equals("-" + column.order());
        String wanted = ascending ? "-" + column.order() : column.order();
        return new Head(
                column.name(),
                fromStart()
                        .with(ListDefinition.ORDER, Objects.requireNonNull(wanted))
                        .href(),
                ascending ? "ascending" : descending ? "descending" : "none");
    }

    private Row row(JsonNode node, List<Column> columns) {
        List<Cell> cells = new ArrayList<>();
        for (Column column : columns) {
            cells.add(new Cell(column.name(), value(node, column)));
        }
        return new Row(node.path("id").asText(), cells);
    }

    /** The value at the end of a path; the label of the row itself leads to its page. */
    private @Nullable Value value(JsonNode node, Column column) {
        if (column.path().equals("label")) {
            return Values.link(node);
        }
        JsonNode at = node;
        String type = node.path("__typename").asText(list.type());
        String field = column.path();
        for (int dot = field.indexOf('.'); dot >= 0; dot = field.indexOf('.')) {
            at = at.path(field.substring(0, dot));
            type = at.path("__typename").asText("");
            field = field.substring(dot + 1);
        }
        return field.endsWith(COUNTED)
                ? count(at.path(field.substring(0, field.length() - COUNTED.length())))
                : values.of(type, field, at.path(field)).map(ListPage::brief).orElse(null);
    }

    /** Of another node its name alone; what else the query reads of it is for tables that are taken away. */
    private static Value brief(Value value) {
        if (value instanceof Value.Several several) {
            return new Value.Several(
                    several.values().stream().map(ListPage::brief).toList(), several.total());
        }
        return value instanceof Value.Part part && part.title() != null ? part.title() : value;
    }

    private static @Nullable Value count(JsonNode list) {
        return list.isEmpty() ? null : new Value.Text(FrenchText.number(list.size()), true);
    }

    private Choice choice(Column column, List<Column> shown) {
        Address all = fromStart();
        if (all.all(ListDefinition.COLUMNS).isEmpty()) {
            all = new Address(all.root(), all.path(), with(all.parameters(), shown));
        }
        return new Choice(
                column.name(),
                0,
                shown.contains(column),
                all.toggled(ListDefinition.COLUMNS, column.path()).href());
    }

    private static Map<String, List<String>> with(Map<String, List<String>> parameters, List<Column> shown) {
        Map<String, List<String>> all = new LinkedHashMap<>(parameters);
        all.put(ListDefinition.COLUMNS, shown.stream().map(Column::path).toList());
        return all;
    }

    private Optional<String> next(JsonNode pageInfo) {
        return pageInfo.path("hasNextPage").asBoolean()
                ? Optional.of(address.with(
                                ListDefinition.AFTER, pageInfo.path("endCursor").asText())
                        .href())
                : Optional.empty();
    }

    private List<Choice> formats() {
        return Stream.of(TableFormat.values())
                .filter(format -> format != TableFormat.ICALENDAR
                        || list.columns().stream()
                                .anyMatch(each -> each.path().startsWith("due")
                                        || each.path().endsWith("date")))
                .map(format -> new Choice(
                        format.label(),
                        0,
                        false,
                        fromStart()
                                .without(ListDefinition.COLUMNS)
                                .with(ListDefinition.FORMAT, format.extension())
                                .href()))
                .toList();
    }

    /** The same list from its first page. */
    private Address fromStart() {
        return address.without(ListDefinition.AFTER);
    }
}
