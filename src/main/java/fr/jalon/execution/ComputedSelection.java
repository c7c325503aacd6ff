package fr.jalon.execution;

import fr.jalon.answer.JsonBuffer;
import graphql.normalized.ExecutableNormalizedField;
import graphql.schema.GraphQLNonNull;
import graphql.schema.GraphQLSchema;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What an operation selects of a computed value.
 *
 * @param resultKey the alias, or else the name
 * @param name of the field in the contract
 * @param type name of the type that declares it
 * @param nonNull whether the contract promises a value
 * @param fields of its value; none of a leaf
 */
record ComputedSelection(String resultKey, String name, String type, boolean nonNull, List<ComputedSelection> fields) {

    static ComputedSelection of(ExecutableNormalizedField field, GraphQLSchema schema) {
        return new ComputedSelection(
                field.getResultKey(),
                field.getFieldName(),
                field.getSingleObjectTypeName(),
                field.getType(schema) instanceof GraphQLNonNull,
                field.getChildren().stream().map(child -> of(child, schema)).toList());
    }

    /** Completes a value; one that lacks what the contract promises was computed wrongly. */
    void write(@Nullable Object value, JsonBuffer json) {
        if (value == null && nonNull) {
            throw new IllegalStateException("%s.%s was computed without a value".formatted(type, name));
        } else if (value instanceof List<?> items && !fields.isEmpty()) {
            json.open('[');
            for (Object item : items) {
                json.item();
                write(item, json);
            }
            json.close(']');
        } else if (value instanceof Map<?, ?> object) {
            json.open('{');
            for (ComputedSelection field : fields) {
                json.name(field.resultKey);
                field.write(field.name.equals("__typename") ? field.type : object.get(field.name), json);
            }
            json.close('}');
        } else {
            json.value(value);
        }
    }
}
