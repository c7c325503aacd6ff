package fr.jalon.execution;

import graphql.language.Definition;
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
import java.util.Optional;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;

/** Measures the operations of a valid document, fragments spread, and refuses those beyond the limits. */
final class DocumentLimits {

    private final OperationLimits limits;
    private final ToIntFunction<String> cost;

    /** Limits where a root field, told by its name, counts as several. */
    DocumentLimits(OperationLimits limits, ToIntFunction<String> cost) {
        this.limits = limits;
        this.cost = cost;
    }

    /** What is wrong with the document, if anything; its fragments must not be circular. */
    Optional<Failure> check(Document document) {
        Map<String, FragmentDefinition> fragments = new HashMap<>();
        for (FragmentDefinition fragment : document.getDefinitionsOfType(FragmentDefinition.class)) {
            fragments.put(fragment.getName(), fragment);
        }
        Measurer measurer = new Measurer(fragments, cost);
        for (Definition<?> definition : document.getDefinitions()) {
            if (definition instanceof OperationDefinition operation) {
                Optional<Failure> failure = judge(measurer.measure(operation.getSelectionSet()));
                if (failure.isPresent()) {
                    return failure;
                }
            }
        }
        return Optional.empty();
    }

    private Optional<Failure> judge(Size size) {
        return beyond("is %d levels deep", size.depth(), limits.depth())
                .or(() -> beyond("selects %d fields", size.fields(), limits.fields()))
                .or(() -> beyond("has %d aliases", size.aliases(), limits.aliases()))
                .or(() -> beyond("has %d root fields", size.level(), limits.rootFields()));
    }

    private static Optional<Failure> beyond(String found, long number, long most) {
        if (number <= most) {
            return Optional.empty();
        }
        String message =
                "The operation " + found.formatted(number) + "; at most " + most + " are allowed. Ask in parts.";
        return Optional.of(Failure.of(ErrorCode.TOO_COSTLY, message));
    }

    /**
     * Numbers that never overflow: fragments that spread fragments double quickly.
     *
     * @param level fields of the uppermost level alone, as many as each counts for
     */
    private record Size(long depth, long fields, long aliases, long level) {
        private static final Size NONE = new Size(0, 0, 0, 0);
        private static final long MANY = 1_000_000_000L;

        Size plus(Size other) {
            return new Size(
                    Math.max(depth, other.depth),
                    Math.min(MANY, fields + other.fields),
                    Math.min(MANY, aliases + other.aliases),
                    Math.min(MANY, level + other.level));
        }

        Size under(Field field, int cost) {
            return new Size(depth + 1, fields + 1, aliases + (field.getAlias() == null ? 0 : 1), cost);
        }
    }

    private record Measurer(
            Map<String, FragmentDefinition> fragments, ToIntFunction<String> cost, Map<String, Size> known) {
        Measurer(Map<String, FragmentDefinition> fragments, ToIntFunction<String> cost) {
            this(fragments, cost, new HashMap<>());
        }

        Size measure(@Nullable SelectionSet selections) {
            Size size = Size.NONE;
            if (selections != null) {
                for (Selection<?> selection : selections.getSelections()) {
                    size = size.plus(measure(selection));
                }
            }
            return size;
        }

        private Size measure(Selection<?> selection) {
            if (selection instanceof InlineFragment inline) {
                return measure(inline.getSelectionSet());
            } else if (selection instanceof FragmentSpread spread) {
                return measure(spread);
            }
            Field field = (Field) selection;
            if (field.getName().startsWith("__")) {
                return Size.NONE.under(field, 1);
            }
            return measure(field.getSelectionSet()).under(field, cost.applyAsInt(field.getName()));
        }

        private Size measure(FragmentSpread spread) {
            Size found = known.get(spread.getName());
            if (found == null) {
                FragmentDefinition fragment = fragments.get(spread.getName());
                found = fragment == null ? Size.NONE : measure(fragment.getSelectionSet());
                known.put(spread.getName(), found);
            }
            return found;
        }
    }
}
