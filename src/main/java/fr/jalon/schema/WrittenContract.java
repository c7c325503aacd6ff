package fr.jalon.schema;

import graphql.language.Definition;
import graphql.language.DescribedNode;
import graphql.language.Description;
import graphql.language.DirectiveDefinition;
import graphql.language.DirectivesContainer;
import graphql.language.EnumTypeDefinition;
import graphql.language.FieldDefinition;
import graphql.language.ImplementingTypeDefinition;
import graphql.language.InputObjectTypeDefinition;
import graphql.language.InputObjectTypeExtensionDefinition;
import graphql.language.InputValueDefinition;
import graphql.language.InterfaceTypeDefinition;
import graphql.language.ObjectTypeDefinition;
import graphql.language.ObjectTypeExtensionDefinition;
import graphql.language.SDLExtensionDefinition;
import graphql.language.TypeDefinition;
import graphql.language.TypeName;
import graphql.parser.Parser;
import graphql.parser.ParserEnvironment;
import graphql.parser.ParserOptions;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What a contract says itself: its definitions, with what extends them, and the rules that the others follow. */
final class WrittenContract {

    private static final String INCLUDES = "includes";

    private final Map<String, TypeDefinition<?>> types = new LinkedHashMap<>();
    private final Map<String, InputObjectTypeExtensionDefinition> conditions = new LinkedHashMap<>();
    private final List<DirectiveDefinition> directives = new ArrayList<>();
    private final List<Rule> rules = new ArrayList<>();

    private WrittenContract() {}

    @SuppressWarnings("rawtypes")
    static WrittenContract parse(String text) {
        ParserEnvironment environment = ParserEnvironment.newParserEnvironment()
                .document(text)
                .parserOptions(ParserOptions.getDefaultSdlParserOptions())
                .build();
        WrittenContract contract = new WrittenContract();
        List<Definition> definitions = Parser.parse(environment).getDefinitions();
        definitions.stream()
                .filter(definition -> !(definition instanceof SDLExtensionDefinition))
                .forEach(contract::define);
        definitions.stream().filter(SDLExtensionDefinition.class::isInstance).forEach(contract::extend);
        contract.types.replaceAll((name, type) -> contract.inheriting(type));
        contract.include();
        return contract;
    }

    private void define(Definition<?> definition) {
        if (definition instanceof DirectiveDefinition directive) {
            directives.add(directive);
        } else if (definition instanceof TypeDefinition<?> type) {
            if (((DirectivesContainer<?>) type).hasDirective(Rule.DIRECTIVE)) {
                rules.add(Rule.of(type));
            } else if (types.put(type.getName(), type) != null) {
                throw new ContractException(type.getName() + " is defined twice");
            }
        }
    }

    private void extend(Definition<?> definition) {
        if (definition instanceof InputObjectTypeExtensionDefinition input) {
            conditions.put(input.getName(), input);
        } else if (definition instanceof ObjectTypeExtensionDefinition extension
                && types.get(extension.getName()) instanceof ObjectTypeDefinition type) {
            types.put(
                    type.getName(),
                    type.transform(builder -> builder.fieldDefinitions(
                                    joined(type.getFieldDefinitions(), extension.getFieldDefinitions()))
                            .directives(joined(type.getDirectives(), extension.getDirectives()))));
        } else {
            throw new ContractException("%s cannot be extended".formatted(((TypeDefinition<?>) definition).getName()));
        }
    }

    /** A type with the fields of its interfaces that it does not repeat, below its first. */
    private TypeDefinition<?> inheriting(TypeDefinition<?> type) {
        if (!(type instanceof ImplementingTypeDefinition<?> heir)) {
            return type;
        }
        Map<String, FieldDefinition> inherited = new LinkedHashMap<>();
        heir.getImplements().stream()
                .map(each -> types.get(((TypeName) each).getName()))
                .filter(InterfaceTypeDefinition.class::isInstance)
                .flatMap(each -> ((InterfaceTypeDefinition) each).getFieldDefinitions().stream())
                .forEach(each -> inherited.put(each.getName(), each.deepCopy()));
        heir.getFieldDefinitions().forEach(own -> inherited.remove(own.getName()));
        List<FieldDefinition> fields = new ArrayList<>(heir.getFieldDefinitions());
        fields.addAll(Math.min(1, fields.size()), inherited.values());
        return type instanceof ObjectTypeDefinition object
                ? object.transform(builder -> builder.fieldDefinitions(fields))
                : ((InterfaceTypeDefinition) type).transform(builder -> builder.definitions(fields));
    }

    /** Gives inputs the fields of those that they include, which are nothing by themselves. */
    private void include() {
        Set<String> included = new HashSet<>();
        types.replaceAll((name, type) -> {
            if (!(type instanceof InputObjectTypeDefinition input)) {
                return type;
            }
            List<InputValueDefinition> more = new ArrayList<>();
            Directives.first(input, INCLUDES)
                    .map(each -> Objects.requireNonNull(Directives.text(each, "input")))
                    .ifPresent(other -> {
                        included.add(other);
                        more.addAll(((InputObjectTypeDefinition) Objects.requireNonNull(types.get(other), other))
                                .getInputValueDefinitions());
                    });
            return input.transform(
                    builder -> builder.inputValueDefinitions(joined(input.getInputValueDefinitions(), more)));
        });
        types.keySet().removeAll(included);
    }

    /** Every definition but rules, in the order of the contract. */
    Map<String, TypeDefinition<?>> types() {
        return types;
    }

    List<DirectiveDefinition> directives() {
        return directives;
    }

    List<Rule> rules() {
        return rules;
    }

    /** The rule of that name; the contract must have it. */
    Rule rule(String name) {
        return rules.stream()
                .filter(rule -> rule.definition().getName().equals(name))
                .findFirst()
                .orElseThrow(() -> new ContractException("The contract has no rule " + name));
    }

    /** Conditions that a filter has beside those of its type's fields. */
    Optional<InputObjectTypeDefinition> conditions(String filter) {
        return Optional.ofNullable(conditions.get(filter));
    }

    /** The type or interface of nodes of that name, if it is one. */
    Optional<ImplementingTypeDefinition<?>> node(String name) {
        return types.get(name) instanceof ImplementingTypeDefinition<?> type && isNode(type)
                ? Optional.of(type)
                : Optional.empty();
    }

    static boolean isNode(ImplementingTypeDefinition<?> type) {
        return type instanceof InterfaceTypeDefinition || type.hasDirective("node");
    }

    /** The types of nodes, without the interfaces, in the order of the contract. */
    List<ObjectTypeDefinition> kinds() {
        return types.values().stream()
                .filter(type -> type instanceof ObjectTypeDefinition object && isNode(object))
                .map(ObjectTypeDefinition.class::cast)
                .toList();
    }

    /** Whether a type has a part of a rule. */
    boolean has(DirectivesContainer<?> part, String type) {
        return !part.hasDirective(Rule.DIRECTIVE) || holds(Rule.subject(part), type);
    }

    /** Whether something is for a type. */
    boolean holds(Rule.Subject subject, String name) {
        return switch (subject) {
            case NODE -> node(name).isPresent();
            case ENUMERATION -> types.get(name) instanceof EnumTypeDefinition;
            case SEARCHABLE ->
                members(name)
                        .anyMatch(member -> member.getFieldDefinitions().stream()
                                .anyMatch(field -> field.hasDirective("searchable")));
            case GROUPED ->
                node(name)
                        .filter(type -> type.hasDirective(DimensionReader.DIRECTIVE))
                        .isPresent();
        };
    }

    private Stream<ObjectTypeDefinition> members(String name) {
        return kinds().stream()
                .filter(kind -> kind.getName().equals(name)
                        || kind.getImplements().stream()
                                .anyMatch(each -> ((TypeName) each).getName().equals(name)));
    }

    Substitution substitution(Rule rule, String type) {
        TypeDefinition<?> known = Objects.requireNonNull(types.get(type));
        return new Substitution(rule.letter(), type, text(((DescribedNode<?>) known).getDescription()));
    }

    /** A description in one line, empty where there is none. */
    static String text(@Nullable Description description) {
        return description == null ? "" : description.getContent().strip().replaceAll("\\s+", " ");
    }

    static <T> List<T> joined(List<? extends T> some, List<? extends T> others) {
        return Stream.<T>concat(some.stream(), others.stream()).toList();
    }
}
