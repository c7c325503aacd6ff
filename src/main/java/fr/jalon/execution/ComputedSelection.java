package fr.jalon.execution;

import fr.jalon.answer.JsonBuffer;
import fr.jalon.execution.CacheRoom.Footprint;
import graphql.normalized.ExecutableNormalizedField;
import graphql.schema.GraphQLNonNull;
import graphql.schema.GraphQLSchema;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What an operation selects of a computed value.
 *
 * @param resultKey the alias, or else the name
 * @param name of the field in the contract
 * @param type name of the type that declares it
 * @param nonNull whether the contract promises a value
 * @param fields of its value; none of a leaf, nor of nodes
 * @param nodes the keys of what is read of its nodes, in the order of the selection; null where it holds none
 */
record ComputedSelection(
        String resultKey,
        String name,
        String type,
        boolean nonNull,
        List<ComputedSelection> fields,
        @Nullable List<String> nodes) {

    private static final int OBJECT = 100;
    private static final int PLACE = 8;

    static ComputedSelection of(ExecutableNormalizedField field, GraphQLSchema schema, ComputedNodes nodes) {
        return of(field, "", schema, nodes);
    }

    private static ComputedSelection of(
            ExecutableNormalizedField field, String path, GraphQLSchema schema, ComputedNodes nodes) {
        List<String> read = nodes.select(path, field);
        List<ComputedSelection> fields = read != null
                ? List.of()
                : field.getChildren().stream()
                        .map(child -> of(child, ComputedNodes.below(path, child.getFieldName()), schema, nodes))
                        .toList();
        return new ComputedSelection(
                field.getResultKey(),
                field.getFieldName(),
                field.getSingleObjectTypeName(),
                field.getType(schema) instanceof GraphQLNonNull,
                fields,
                read);
    }

    /** How many bytes it takes to keep; names are the contract's. */
    long footprint() {
        return OBJECT
                + Footprint.of(resultKey)
                + Footprint.of(nodes)
                + fields.stream().mapToLong(field -> PLACE + field.footprint()).sum();
    }

    /** Completes a value; one that lacks what the contract promises was computed wrongly. */
    void write(@Nullable Object found, JsonBuffer json) {
        Object value = found instanceof Supplier<?> supplier ? supplier.get() : found;
        if (value == null && nonNull) {
            throw new IllegalStateException("%s.%s was computed without a value".formatted(type, name));
        } else if (value instanceof List<?> items && (nodes != null || !fields.isEmpty())) {
            json.open('[');
            for (Object item : items) {
                json.item();
                write(item, json);
            }
            json.close(']');
        } else if (nodes != null && value instanceof Map<?, ?> node) {
            writeNode(node, nodes, json);
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

    /** What was read is complete, and has no more than is selected of the node's type. */
    private static void writeNode(Map<?, ?> node, List<String> keys, JsonBuffer json) {
        json.open('{');
        for (String key : keys) {
            if (node.containsKey(key)) {
                json.name(ComputedNodes.resultKey(key));
                json.raw(JsonBuffer.of(node.get(key)));
            }
        }
        json.close('}');
    }
}
