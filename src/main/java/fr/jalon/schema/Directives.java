package fr.jalon.schema;

import graphql.language.Argument;
import graphql.language.ArrayValue;
import graphql.language.BooleanValue;
import graphql.language.Directive;
import graphql.language.DirectivesContainer;
import graphql.language.EnumValue;
import graphql.language.StringValue;
import graphql.language.Value;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads mapping directives and their arguments. */
final class Directives {

    /** Enumerations that only mapping directives use. */
    static final Set<String> ENUMS = Set.of("RelationshipDirection", "SearchWeight", "RuleSubject");

    private static final Pattern IDENTIFIER = Pattern.compile("[A-Za-z][A-Za-z0-9_]*");

    private Directives() {}

    static Optional<Directive> first(DirectivesContainer<?> container, String name) {
        return container.getDirectives(name).stream().findFirst();
    }

    static @Nullable String text(Directive directive, String name) {
        return argument(directive, name) instanceof StringValue value ? value.getValue() : null;
    }

    static @Nullable List<String> texts(Directive directive, String name) {
        if (!(argument(directive, name) instanceof ArrayValue array)) {
            return null;
        }
        return array.getValues().stream()
                .map(value -> ((StringValue) value).getValue())
                .toList();
    }

    static boolean isTrue(Directive directive, String name) {
        return argument(directive, name) instanceof BooleanValue value && value.isValue();
    }

    /** A value of an enumeration. */
    static Optional<String> word(Directive directive, String name) {
        return argument(directive, name) instanceof EnumValue value ? Optional.of(value.getName()) : Optional.empty();
    }

    /** A name that is safe as a label, type or property in Cypher. */
    static String identifier(String name) {
        if (!IDENTIFIER.matcher(name).matches()) {
            throw new ContractException("%s cannot name a label, type or property".formatted(name));
        }
        return name;
    }

    private static @Nullable Value<?> argument(Directive directive, String name) {
        Argument argument = directive.getArgument(name);
        return argument == null ? null : argument.getValue();
    }
}
