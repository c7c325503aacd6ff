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

/**
 * How large an operation, or a part of it, is with its fragments spread, measured or allowed; numbers never overflow,
 * though fragments that spread fragments double quickly.
 *
 * @param depth levels of fields; introspection has limits of its own
 * @param rootFields fields of the uppermost level alone
 */
public record DocumentSize(long depth, long fields, long aliases, long directives, long rootFields) {

    static final DocumentSize NONE = new DocumentSize(0, 0, 0, 0, 0);

    private static final long MANY = 1_000_000_000L;

    /** Both side by side. */
    DocumentSize plus(DocumentSize other) {
        return new DocumentSize(
                Math.max(depth, other.depth),
                Math.min(MANY, fields + other.fields),
                Math.min(MANY, aliases + other.aliases),
                Math.min(MANY, directives + other.directives),
                Math.min(MANY, rootFields + other.rootFields));
    }

    /** The same below a field, which counts for so many where it is a root field. */
    DocumentSize under(Field field, int cost) {
        return new DocumentSize(depth + 1, fields + 1, aliases + (field.getAlias() == null ? 0 : 1), directives, cost);
    }

    /** With so many directives more. */
    DocumentSize with(int more) {
        return new DocumentSize(depth, fields, aliases, Math.min(MANY, directives + more), rootFields);
    }

    /** Measures the operations of a document; each fragment is walked once, and a circular one counts as nothing. */
    static final class Measurer {

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
        Measurer(Document document, long deepest, ToIntFunction<String> costs) {
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
            Failure.Refused.beyond(
                    "Fragments are %s deep within one another", ++spreads, deepest, Failure.Position.of(fragment));
            DocumentSize found =
                    of(fragment.getSelectionSet()).with(fragment.getDirectives().size());
            spreads--;
            return found;
        }
    }
}
