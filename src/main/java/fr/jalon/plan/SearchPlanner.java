package fr.jalon.plan;

import fr.jalon.schema.Contract;
import fr.jalon.schema.GraphField;
import fr.jalon.schema.GraphType;
import fr.jalon.schema.PropertyField;
import graphql.normalized.ExecutableNormalizedField;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Plans what a full-text search looks for, and what of a found node it reads to show why. */
final class SearchPlanner {

    private final Contract contract;

    SearchPlanner(Contract contract) {
        this.contract = contract;
    }

    RootPlan.Search plan(ExecutableNormalizedField field, GraphType type, PagePlanner pages) {
        SearchTerms terms = PlanException.within(field, () -> terms(field));
        List<String> kinds = Arguments.of(field).names("types");
        return new RootPlan.Search(
                field.getResultKey(),
                terms,
                kinds,
                searchable(type),
                pages.planSearch(field, type, choice(terms, kinds)));
    }

    private static SearchTerms terms(ExecutableNormalizedField search) {
        return SearchTerms.of((String) Arguments.of(search).required("text"));
    }

    /** Stands for which nodes are found. */
    private static String choice(SearchTerms terms, List<String> kinds) {
        return "%s %s"
                .formatted(terms.terms().stream().map(SearchTerms.Term::word).toList(), kinds);
    }

    /** The highlights of an edge, which stands two levels below the search. */
    ConnectionField.EdgeField.Highlights highlights(
            ExecutableNormalizedField field, GraphType type, List<NodeSelection> projections) {
        ExecutableNormalizedField search =
                Objects.requireNonNull(field.getParent().getParent());
        projections.add(searchable(type));
        List<HighlightField> fields =
                field.getChildren().stream().map(SearchPlanner::highlight).toList();
        return new ConnectionField.EdgeField.Highlights(
                field.getResultKey(), terms(search), projections.size() - 1, fields);
    }

    private static HighlightField highlight(ExecutableNormalizedField child) {
        return child.getFieldName().equals("parts")
                ? new HighlightField.Parts(
                        child.getResultKey(),
                        child.getChildren().stream().map(PagePlanner::leaf).toList())
                : new HighlightField.Value(PagePlanner.leaf(child));
    }

    /** The searchable texts of a node. */
    private NodeSelection searchable(GraphType type) {
        Map<List<Selected>, List<String>> alternatives = new LinkedHashMap<>();
        for (String member : type.members()) {
            List<Selected> fields = contract.type(member).fields().values().stream()
                    .filter(SearchPlanner::isSearchable)
                    .map(SearchPlanner::selected)
                    .toList();
            if (!fields.isEmpty()) {
                alternatives.computeIfAbsent(fields, none -> new ArrayList<>()).add(member);
            }
        }
        return NodeSelection.of(type, alternatives);
    }

    private static boolean isSearchable(GraphField field) {
        return field instanceof PropertyField property && property.search() != PropertyField.Search.NONE;
    }

    private static Selected selected(GraphField field) {
        return new Selected.Property(field.name(), (PropertyField) field);
    }
}
