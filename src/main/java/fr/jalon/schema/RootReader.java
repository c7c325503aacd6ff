package fr.jalon.schema;

import graphql.language.FieldDefinition;
import graphql.language.ObjectTypeDefinition;
import graphql.schema.idl.TypeDefinitionRegistry;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/** Reads the fields of the query type. */
final class RootReader {

    private static final String COMPUTED = "computed";

    private final List<FieldDefinition> fields;
    private final FieldTypes types;

    RootReader(TypeDefinitionRegistry registry) {
        ObjectTypeDefinition query = registry.getTypeOrNull("Query", ObjectTypeDefinition.class);
        this.fields = Objects.requireNonNull(query).getFieldDefinitions();
        this.types = new FieldTypes(registry);
    }

    Map<String, RootField> roots() {
        Map<String, RootField> roots = new LinkedHashMap<>();
        for (FieldDefinition field : fields) {
            if (!field.hasDirective(COMPUTED)) {
                RootField.Entry entry = entry(field);
                roots.put(
                        field.getName(),
                        new RootField(field.getName(), entry, target(field, entry), FieldTypes.shape(field)));
            }
        }
        return roots;
    }

    /** Names of the root fields that do not read the graph themselves. */
    Set<String> computed() {
        return fields.stream()
                .filter(field -> field.hasDirective(COMPUTED))
                .map(FieldDefinition::getName)
                .collect(Collectors.toUnmodifiableSet());
    }

    private String target(FieldDefinition field, RootField.Entry entry) {
        return switch (entry) {
            case COUNTS ->
                Directives.first(field, "counts")
                        .map(directive -> Directives.text(directive, "of"))
                        .orElseThrow();
            case PATHS, NEIGHBOURS -> GraphType.NODE;
            default -> types.target(field);
        };
    }

    private static RootField.Entry entry(FieldDefinition field) {
        if (field.hasDirective("fulltext")) {
            return RootField.Entry.FULL_TEXT;
        } else if (field.hasDirective("counts")) {
            return RootField.Entry.COUNTS;
        } else if (field.hasDirective("paths")) {
            return RootField.Entry.PATHS;
        } else if (field.hasDirective("neighbours")) {
            return RootField.Entry.NEIGHBOURS;
        }
        return field.hasDirective("lookup") ? RootField.Entry.LOOKUP : RootField.Entry.ALL;
    }
}
