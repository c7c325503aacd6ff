package fr.jalon.schema;

import graphql.language.Argument;
import graphql.language.Description;
import graphql.language.Directive;
import graphql.language.FieldDefinition;
import graphql.language.InputValueDefinition;
import graphql.language.ListType;
import graphql.language.NonNullType;
import graphql.language.StringValue;
import graphql.language.Type;
import graphql.language.TypeName;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Puts a type in the place of the letter that stands for it in a rule.
 *
 * @param letter what stands for the type in names
 * @param type name of the type
 * @param description what the contract says of the type; {@code {what}} in the descriptions of a rule
 */
record Substitution(String letter, String type, String description) {

    private static final String VOWELS = "AEIO";

    FieldDefinition of(FieldDefinition field) {
        return field.transform(builder -> builder.type(of(field.getType()))
                .description(of(field.getDescription()))
                .inputValueDefinitions(each(field.getInputValueDefinitions()))
                .directives(directives(field.getDirectives())));
    }

    InputValueDefinition of(InputValueDefinition input) {
        return input.transform(builder -> builder.type(of(input.getType()))
                .description(of(input.getDescription()))
                .directives(directives(input.getDirectives())));
    }

    List<InputValueDefinition> each(List<InputValueDefinition> inputs) {
        return inputs.stream().map(this::of).toList();
    }

    @Nullable
    Description of(@Nullable Description written) {
        return written == null
                ? null
                : new Description(text(written.getContent()), written.getSourceLocation(), written.isMultiLine());
    }

    /** Directives that a rule hands on: all but the one that marks it. */
    List<Directive> directives(List<Directive> written) {
        return written.stream()
                .filter(directive -> !directive.getName().equals(Rule.DIRECTIVE))
                .map(directive -> directive.transform(builder -> builder.arguments(
                        directive.getArguments().stream().map(this::of).toList())))
                .toList();
    }

    private Argument of(Argument argument) {
        String written = argument.getValue() instanceof StringValue value ? value.getValue() : null;
        return written == null
                ? argument
                : argument.transform(builder -> builder.value(new StringValue(text(written))));
    }

    Type<?> of(Type<?> written) {
        if (written instanceof NonNullType nonNull) {
            return new NonNullType(of(nonNull.getType()));
        } else if (written instanceof ListType list) {
            return new ListType(of(list.getType()));
        }
        return new TypeName(name(((TypeName) written).getName()));
    }

    private String name(String written) {
        boolean stands = written.startsWith(letter)
                && (written.length() == letter.length() || Character.isUpperCase(written.charAt(letter.length())));
        return stands ? type + written.substring(letter.length()) : written;
    }

    private String text(String written) {
        return written.replace("{a %s}".formatted(letter), article() + " " + type)
                .replace("{%s}".formatted(letter), type)
                .replace("{what}", description);
    }

    private String article() {
        return VOWELS.indexOf(type.charAt(0)) >= 0 ? "an" : "a";
    }
}
