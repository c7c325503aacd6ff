package fr.jalon.schema;

import graphql.language.FieldDefinition;
import graphql.language.ImplementingTypeDefinition;
import graphql.language.ObjectTypeDefinition;
import graphql.language.TypeDefinition;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The fields of the query type: those that are written, and those that each type of nodes with a name for many has by rule. */
final class DerivedRoots {

    private final WrittenContract written;
    private final DerivedFields fields;
    private final Map<String, FieldDefinition> roots = new LinkedHashMap<>();

    DerivedRoots(WrittenContract written, DerivedFields fields) {
        this.written = written;
        this.fields = fields;
    }

    List<FieldDefinition> of(ObjectTypeDefinition query) {
        query.getFieldDefinitions().forEach(field -> add(field.getName(), field));
        for (TypeDefinition<?> type : written.types().values()) {
            if (type instanceof ImplementingTypeDefinition<?> node && WrittenContract.isNode(node)) {
                addRoots(node);
            }
        }
        return List.copyOf(roots.values());
    }

    private void addRoots(ImplementingTypeDefinition<?> type) {
        String many = many(type);
        if (many != null) {
            String one = Character.toLowerCase(type.getName().charAt(0))
                    + type.getName().substring(1);
            add(one, derived("one", type));
            add(many, derived("many", type));
            if (written.holds(Rule.Subject.GROUPED, type.getName())) {
                add(one + "Counts", derived("counts", type));
            }
        }
    }

    /** What is written stands in the place of what follows from a rule. */
    private void add(String name, FieldDefinition field) {
        boolean list = field.getDirectives().isEmpty();
        FieldDefinition whole = list ? fields.withArguments(field) : field;
        roots.putIfAbsent(name, whole.transform(builder -> builder.name(name)));
    }

    private FieldDefinition derived(String name, ImplementingTypeDefinition<?> type) {
        Rule rule = written.rule("TRoots");
        return written.substitution(rule, type.getName()).of(rule.field(name));
    }

    private static @Nullable String many(ImplementingTypeDefinition<?> type) {
        return Directives.first(type, "node")
                .map(node -> {
                    String name = Directives.text(node, "many");
                    return name == null ? Directives.text(node, "seed") : name;
                })
                .orElse(null);
    }
}
