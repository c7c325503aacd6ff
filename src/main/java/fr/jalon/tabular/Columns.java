package fr.jalon.tabular;

import graphql.language.Document;
import graphql.language.Field;
import graphql.language.FragmentDefinition;
import graphql.language.FragmentSpread;
import graphql.language.InlineFragment;
import graphql.language.Selection;
import graphql.language.SelectionSet;
import graphql.schema.GraphQLCompositeType;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLFieldsContainer;
import graphql.schema.GraphQLNamedType;
import graphql.schema.GraphQLSchema;
import graphql.schema.GraphQLType;
import graphql.schema.GraphQLTypeUtil;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Makes the columns of a table from the selection set of its items, so that they are there whatever the items hold. */
final class Columns {

    /** Fields of connections that tell nothing of an item. */
    private static final Set<String> PAGES = Set.of("nodes", "edges", "node");

    private final GraphQLSchema schema;
    private final Document document;
    private final Map<String, Column> byHeading = new LinkedHashMap<>();

    private Columns(GraphQLSchema schema, Document document) {
        this.schema = schema;
        this.document = document;
    }

    /** The columns of items of a type; empty where a selection is not one of that type. */
    static Optional<List<Column>> of(
            GraphQLSchema schema, Document document, GraphQLCompositeType type, @Nullable SelectionSet selected) {
        Columns columns = new Columns(schema, document);
        boolean known = columns.add(type, selected, new Prefix(List.of(), List.of(), false));
        return known ? Optional.of(List.copyOf(columns.byHeading.values())) : Optional.empty();
    }

    /**
     * Where in an item a selection set stands.
     *
     * @param path result keys that lead there
     * @param heading those of them that say something
     * @param several whether a list lies on the way
     */
    private record Prefix(List<String> path, List<String> heading, boolean several) {

        Prefix below(Field field, boolean list) {
            List<String> longer = new ArrayList<>(path);
            longer.add(field.getResultKey());
            List<String> words = new ArrayList<>(heading);
            if (!PAGES.contains(field.getName())) {
                words.add(field.getResultKey());
            }
            return new Prefix(List.copyOf(longer), List.copyOf(words), several || list);
        }
    }

    private boolean add(GraphQLCompositeType type, @Nullable SelectionSet selected, Prefix prefix) {
        boolean known = true;
        for (Selection<?> each : selected == null ? List.<Selection<?>>of() : selections(selected)) {
            known &= add(type, each, prefix);
        }
        return known;
    }

    @SuppressWarnings("rawtypes")
    private static List<Selection<?>> selections(SelectionSet selected) {
        List<Selection<?>> selections = new ArrayList<>();
        for (Selection each : selected.getSelections()) {
            selections.add(each);
        }
        return selections;
    }

    private boolean add(GraphQLCompositeType type, Selection<?> selection, Prefix prefix) {
        if (selection instanceof Field field) {
            return addField(type, field, prefix);
        } else if (selection instanceof InlineFragment fragment) {
            String condition = fragment.getTypeCondition() == null
                    ? type.getName()
                    : fragment.getTypeCondition().getName();
            return addFragment(condition, fragment.getSelectionSet(), prefix);
        }
        String name = ((FragmentSpread) selection).getName();
        return document.getDefinitionsOfType(FragmentDefinition.class).stream()
                .filter(each -> each.getName().equals(name))
                .findFirst()
                .map(each -> addFragment(each.getTypeCondition().getName(), each.getSelectionSet(), prefix))
                .orElse(false);
    }

    private boolean addFragment(String condition, SelectionSet selected, Prefix prefix) {
        return schema.getType(condition) instanceof GraphQLCompositeType type && add(type, selected, prefix);
    }

    private boolean addField(GraphQLCompositeType type, Field field, Prefix prefix) {
        if (field.getName().equals("__typename")) {
            add(prefix.below(field, false), Column.Kind.TEXT);
            return true;
        }
        @Nullable
        GraphQLFieldDefinition definition =
                type instanceof GraphQLFieldsContainer fields ? fields.getFieldDefinition(field.getName()) : null;
        if (definition == null) {
            return false;
        }
        GraphQLType value = GraphQLTypeUtil.unwrapNonNull(definition.getType());
        GraphQLNamedType named = GraphQLTypeUtil.unwrapAllAs(value);
        Prefix below = prefix.below(field, GraphQLTypeUtil.isList(value));
        if (named instanceof GraphQLCompositeType composite) {
            return add(composite, field.getSelectionSet(), below);
        }
        add(below, below.several() ? Column.Kind.TEXT : Column.Kind.of(named.getName()));
        return true;
    }

    private void add(Prefix prefix, Column.Kind kind) {
        String heading = String.join(".", prefix.heading());
        byHeading.putIfAbsent(heading, new Column(heading, prefix.path(), kind, prefix.several()));
    }
}
