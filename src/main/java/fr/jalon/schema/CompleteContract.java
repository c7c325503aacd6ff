package fr.jalon.schema;

import graphql.language.Definition;
import graphql.language.Document;
import graphql.language.EnumTypeDefinition;
import graphql.language.FieldDefinition;
import graphql.language.ImplementingTypeDefinition;
import graphql.language.InputObjectTypeDefinition;
import graphql.language.InputValueDefinition;
import graphql.language.InterfaceTypeDefinition;
import graphql.language.ObjectTypeDefinition;
import graphql.language.TypeDefinition;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * The whole contract: what is written, and what follows from it by its rules.
 *
 * <p>Fields that lead to several nodes get their arguments, and the query type the fields of each type that is listed. A name
 * that is then used and not defined is made by the rule its ending tells, such as {@code ActionFilter} by {@code TFilter}.
 */
final class CompleteContract {

    private static final Set<String> BUILT_IN = Set.of("ID", "String", "Int", "Float", "Boolean");

    private final WrittenContract written;
    private final DerivedFields fields;
    private final Map<String, TypeDefinition<?>> types = new LinkedHashMap<>();

    private CompleteContract(WrittenContract written) {
        this.written = written;
        this.fields = new DerivedFields(written);
    }

    /**
     * Completes a contract.
     *
     * @param text schema definition language, with mapping directives and rules
     * @return every definition: what is written in its order, then what follows, by rule and type
     * @throws ContractException when a type is used that is neither defined nor follows from a rule
     */
    @SuppressWarnings("rawtypes")
    static Document of(String text) {
        WrittenContract written = WrittenContract.parse(text);
        CompleteContract complete = new CompleteContract(written);
        written.types().values().forEach(type -> complete.types.put(type.getName(), complete.completed(type)));
        complete.addWhatIsUsed();
        return Document.newDocument()
                .definitions(WrittenContract.<Definition>joined(written.directives(), complete.inOrder()))
                .build();
    }

    private TypeDefinition<?> completed(TypeDefinition<?> type) {
        if (type instanceof InterfaceTypeDefinition shared) {
            return shared.transform(builder -> builder.definitions(withArguments(shared)));
        } else if (type instanceof ObjectTypeDefinition object && WrittenContract.isNode(object)) {
            return object.transform(builder -> builder.fieldDefinitions(withArguments(object)));
        } else if (type.getName().equals("Query") && type instanceof ObjectTypeDefinition query) {
            return query.transform(builder -> builder.fieldDefinitions(new DerivedRoots(written, fields).of(query)));
        } else if (type instanceof EnumTypeDefinition kinds && kinds.hasDirective("kinds")) {
            return kinds.transform(builder -> builder.enumValueDefinitions(written.kinds().stream()
                    .map(kind -> DerivedFields.value(kind.getName(), WrittenContract.text(kind.getDescription())))
                    .toList()));
        }
        return type;
    }

    private List<FieldDefinition> withArguments(ImplementingTypeDefinition<?> type) {
        return type.getFieldDefinitions().stream().map(fields::withArguments).toList();
    }

    private void addWhatIsUsed() {
        List<TypeDefinition<?>> unread = new ArrayList<>(types.values());
        while (!unread.isEmpty()) {
            TypeDefinition<?> user = unread.remove(unread.size() - 1);
            for (String name : used(user)) {
                if (!types.containsKey(name) && !BUILT_IN.contains(name)) {
                    TypeDefinition<?> made = made(name, user);
                    types.put(name, made);
                    unread.add(made);
                }
            }
        }
    }

    private TypeDefinition<?> made(String name, TypeDefinition<?> user) {
        for (Rule rule : written.rules()) {
            String type = rule.typeOf(name);
            if (written.types().containsKey(type) && written.holds(rule.subject(), type)) {
                return made(name, type, rule);
            }
        }
        throw new ContractException(
                "%s uses %s, which is neither defined nor follows from a rule".formatted(user.getName(), name));
    }

    private TypeDefinition<?> made(String name, String type, Rule rule) {
        Substitution substitution = written.substitution(rule, type);
        if (rule.definition() instanceof InputObjectTypeDefinition input) {
            return input.transform(builder -> builder.name(name)
                    .description(substitution.of(input.getDescription()))
                    .directives(substitution.directives(input.getDirectives()))
                    .inputValueDefinitions(inputs(name, type, rule, substitution)));
        } else if (rule.definition() instanceof ObjectTypeDefinition object) {
            List<FieldDefinition> parts = object.getFieldDefinitions().stream()
                    .filter(part -> written.has(part, type))
                    .map(substitution::of)
                    .toList();
            return object.transform(builder -> builder.name(name)
                    .description(substitution.of(object.getDescription()))
                    .directives(substitution.directives(object.getDirectives()))
                    .fieldDefinitions(parts));
        }
        EnumTypeDefinition values = (EnumTypeDefinition) rule.definition();
        return values.transform(builder -> builder.name(name)
                .description(substitution.of(values.getDescription()))
                .directives(substitution.directives(values.getDirectives()))
                .enumValueDefinitions(
                        DerivedFields.dimensions(written.node(type).orElseThrow())));
    }

    /** Those of the type's fields, those of the rule, and those that the contract adds. */
    private List<InputValueDefinition> inputs(String name, String type, Rule rule, Substitution substitution) {
        InputObjectTypeDefinition input = (InputObjectTypeDefinition) rule.definition();
        Stream<InputValueDefinition> ofFields =
                written.node(type).stream().flatMap(node -> fields.of(rule, node).stream());
        Stream<InputValueDefinition> ofRule = input.getInputValueDefinitions().stream()
                .filter(part -> written.has(part, type))
                .map(substitution::of);
        Stream<InputValueDefinition> more =
                written.conditions(name).stream().flatMap(extension -> extension.getInputValueDefinitions().stream());
        return Stream.of(ofFields, ofRule, more).flatMap(Function.identity()).toList();
    }

    /** What is written, then what follows by each rule for each type. */
    private List<TypeDefinition<?>> inOrder() {
        Set<String> names = new LinkedHashSet<>(written.types().keySet());
        for (Rule rule : written.rules()) {
            written.types().keySet().forEach(type -> names.add(type + rule.ending()));
        }
        return names.stream()
                .filter(types::containsKey)
                .<TypeDefinition<?>>map(name -> Objects.requireNonNull(types.get(name)))
                .toList();
    }

    private static List<String> used(TypeDefinition<?> type) {
        Stream<InputValueDefinition> inputs = Stream.of();
        Stream<FieldDefinition> fields = Stream.of();
        if (type instanceof InputObjectTypeDefinition input) {
            inputs = input.getInputValueDefinitions().stream();
        } else if (type instanceof ImplementingTypeDefinition<?> object) {
            fields = object.getFieldDefinitions().stream();
            inputs = object.getFieldDefinitions().stream().flatMap(field -> field.getInputValueDefinitions().stream());
        }
        return Stream.concat(
                        fields.map(field -> FieldTypes.named(field.getType())),
                        inputs.map(input -> FieldTypes.named(input.getType())))
                .toList();
    }
}
