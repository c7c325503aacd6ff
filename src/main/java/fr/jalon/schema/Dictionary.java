package fr.jalon.schema;

import graphql.schema.GraphQLEnumType;
import graphql.schema.GraphQLEnumValueDefinition;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLFieldsContainer;
import graphql.schema.GraphQLImplementingType;
import graphql.schema.GraphQLInputObjectField;
import graphql.schema.GraphQLInputObjectType;
import graphql.schema.GraphQLNamedType;
import graphql.schema.GraphQLSchema;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What the contract says of the names it uses: descriptions, values of enumerations, fields of inputs. */
public final class Dictionary {

    private final GraphQLSchema schema;

    Dictionary(GraphQLSchema schema) {
        this.schema = schema;
    }

    /** Description of a type, empty where there is none. */
    public String describe(String type) {
        return schema.getType(type) instanceof GraphQLNamedType named ? text(named.getDescription()) : "";
    }

    /** Description of a field, that of an interface where the type itself has none; empty where there is none. */
    public String describe(String type, String field) {
        return containers(type)
                .map(container -> container.getFieldDefinition(field))
                .filter(Objects::nonNull)
                .map(GraphQLFieldDefinition::getDescription)
                .map(Dictionary::text)
                .filter(description -> !description.isEmpty())
                .findFirst()
                .orElse("");
    }

    /** Values of an enumeration with their descriptions, in the order of the contract; none for another type. */
    public Map<String, String> values(String type) {
        Map<String, String> values = new LinkedHashMap<>();
        if (schema.getType(type) instanceof GraphQLEnumType enumeration) {
            for (GraphQLEnumValueDefinition value : enumeration.getValues()) {
                values.put(value.getName(), text(value.getDescription()));
            }
        }
        return values;
    }

    /** Names of the fields of an input type; none where the contract has no such type. */
    public Set<String> inputFields(String type) {
        return schema.getType(type) instanceof GraphQLInputObjectType input
                ? input.getFields().stream()
                        .map(GraphQLInputObjectField::getName)
                        .collect(Collectors.toSet())
                : Set.of();
    }

    private Stream<GraphQLFieldsContainer> containers(String type) {
        if (!(schema.getType(type) instanceof GraphQLFieldsContainer own)) {
            return Stream.empty();
        }
        return own instanceof GraphQLImplementingType implementing
                ? Stream.concat(
                        Stream.of(own),
                        implementing.getInterfaces().stream()
                                .filter(GraphQLFieldsContainer.class::isInstance)
                                .map(GraphQLFieldsContainer.class::cast))
                : Stream.of(own);
    }

    private static String text(@Nullable String description) {
        return description == null ? "" : description.strip().replaceAll("\\s+", " ");
    }
}
