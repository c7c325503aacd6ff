package fr.jalon.schema;

import graphql.language.Directive;
import graphql.language.DirectivesContainer;
import graphql.language.FieldDefinition;
import graphql.language.ObjectTypeDefinition;
import graphql.language.TypeDefinition;

/**
 * A definition of the contract that holds for every type of a kind: its name is a letter, which stands for the type, and an
 * ending, such as {@code TFilter}.
 *
 * @param definition as it is written, with the letter in the place of the type
 * @param subject what the letter stands for
 */
record Rule(TypeDefinition<?> definition, Subject subject) {

    /** The directive that marks a rule, or a part of one that holds for fewer types. */
    static final String DIRECTIVE = "rule";

    private static final int LETTER = 1;

    /** What a rule, or a part of one, is for. */
    enum Subject {
        /** Types and interfaces of nodes. */
        NODE,
        /** Enumerations. */
        ENUMERATION,
        /** Types of nodes that full-text search finds. */
        SEARCHABLE,
        /** Types of nodes that are counted by dimensions. */
        GROUPED
    }

    static Rule of(TypeDefinition<?> definition) {
        return new Rule(definition, subject((DirectivesContainer<?>) definition));
    }

    /** What something is for that may say so; without a word, types of nodes. */
    static Subject subject(DirectivesContainer<?> part) {
        return part.getDirectives(DIRECTIVE).stream()
                .findFirst()
                .flatMap((Directive directive) -> Directives.word(directive, "of"))
                .map(Subject::valueOf)
                .orElse(Subject.NODE);
    }

    /** The field of that name, of a rule that is a type; it must have it. */
    FieldDefinition field(String name) {
        return ((ObjectTypeDefinition) definition)
                .getFieldDefinitions().stream()
                        .filter(field -> field.getName().equals(name))
                        .findFirst()
                        .orElseThrow(() ->
                                new ContractException("%s has no field %s".formatted(definition.getName(), name)));
    }

    String letter() {
        return definition.getName().substring(0, LETTER);
    }

    String ending() {
        return definition.getName().substring(LETTER);
    }

    /** The name of the type that the rule would make a definition of that name for, which may be none. */
    String typeOf(String name) {
        return name.endsWith(ending()) ? name.substring(0, name.length() - ending().length()) : "";
    }
}
