package fr.jalon.execution;

import graphql.language.Document;
import graphql.language.Field;
import graphql.language.FragmentDefinition;
import graphql.language.FragmentSpread;
import graphql.language.InlineFragment;
import graphql.language.OperationDefinition;
import graphql.language.Selection;
import graphql.language.SelectionSet;
import java.util.HashMap;
import java.util.Map;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;

/** Measures the operations of a document; each fragment is walked once, and a circular one counts as nothing. */
final class DocumentMeasurer {

    private final Map<String, FragmentDefinition> fragments = new HashMap<>();
    private final Map<String, DocumentSize> known = new HashMap<>();
    private final long deepest;
    private final ToIntFunction<String> costs;
    private int spreads;

    /**
     * A measurer for a document.
     *
     * @param deepest how many fragments may be within one another
     * @param costs for how many a root field counts, by its name
     */
    DocumentMeasurer(Document document, long deepest, ToIntFunction<String> costs) {
        document.getDefinitionsOfType(FragmentDefinition.class)
                .forEach(fragment -> fragments.put(fragment.getName(), fragment));
        this.deepest = deepest;
        this.costs = costs;
    }

    DocumentSize of(OperationDefinition operation) {
        int declared = operation.getVariableDefinitions().stream()
                .mapToInt(variable -> variable.getDirectives().size())
                .sum();
        return of(operation.getSelectionSet())
                .with(declared + operation.getDirectives().size());
    }

    private DocumentSize of(@Nullable SelectionSet selections) {
        return selections == null
                ? DocumentSize.NONE
                : selections.getSelections().stream().map(this::of).reduce(DocumentSize.NONE, DocumentSize::plus);
    }

    private DocumentSize of(Selection<?> selection) {
        if (selection instanceof InlineFragment inline) {
            return of(inline.getSelectionSet()).with(inline.getDirectives().size());
        } else if (selection instanceof FragmentSpread spread) {
            return of(spread).with(spread.getDirectives().size());
        }
        Field field = (Field) selection;
        DocumentSize below = field.getName().startsWith("__") ? DocumentSize.NONE : of(field.getSelectionSet());
        int cost = field.getName().startsWith("__") ? 1 : costs.applyAsInt(field.getName());
        return below.under(field, cost).with(field.getDirectives().size());
    }

    private DocumentSize of(FragmentSpread spread) {
        DocumentSize found = known.get(spread.getName());
        if (found == null) {
            known.put(spread.getName(), DocumentSize.NONE);
            found = spread(fragments.get(spread.getName()));
            known.put(spread.getName(), found);
        }
        return found;
    }

    private DocumentSize spread(@Nullable FragmentDefinition fragment) {
        if (fragment == null) {
            return DocumentSize.NONE;
        }
        Refused.beyond("Fragments are %s deep within one another", ++spreads, deepest, Place.of(fragment));
        DocumentSize found =
                of(fragment.getSelectionSet()).with(fragment.getDirectives().size());
        spreads--;
        return found;
    }
}
