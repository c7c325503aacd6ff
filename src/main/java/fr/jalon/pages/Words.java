package fr.jalon.pages;

import fr.jalon.schema.Contract;
import fr.jalon.schema.French;
import fr.jalon.schema.GraphType;
import fr.jalon.schema.PropertyField;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** What people read in the place of the names and values of the contract. */
final class Words {

    private static final String JUDGEMENT = "judgement of the curators";

    private static final String TEXT = "String";

    private final Map<String, FieldWords> fields = new ConcurrentHashMap<>();
    private final Supplier<Contract> contract;
    private final French french = French.words();

    Words(Supplier<Contract> contract) {
        this.contract = contract;
    }

    String one(String type) {
        return french.one(type);
    }

    String many(String type) {
        return french.many(type);
    }

    /** The singular names of all kinds of nodes, and the plural ones. */
    Map<String, List<String>> kinds() {
        return contract.get().types().stream()
                .filter(type -> !type.isAbstract())
                .collect(Collectors.toMap(
                        GraphType::name,
                        type -> List.of(one(type.name()), many(type.name())),
                        (one, other) -> one,
                        LinkedHashMap::new));
    }

    /** Whether ids start like this one. */
    boolean isId(String id) {
        return ofPrefix(id).isPresent();
    }

    /** The kind of nodes whose ids are like this one, unless it is the id of a record inside another. */
    Optional<GraphType> kind(String id) {
        long parts = id.chars().filter(each -> each == '/').count();
        return ofPrefix(id).filter(type -> parts == 1 || type.seedKey() == null);
    }

    private Optional<GraphType> ofPrefix(String id) {
        int slash = id.indexOf('/');
        String prefix = slash < 0 ? id : id.substring(0, slash);
        return contract.get().types().stream()
                .filter(type -> !type.isAbstract() && type.key() == null)
                .filter(type -> type.idPrefix().equals(prefix))
                .findFirst();
    }

    /**
     * What is said of a field of a type.
     *
     * @param heading what people read before its value
     * @param description what it holds, in a sentence
     * @param judgement whether that is the curators' judgement
     * @param scalar name of the scalar or enumeration of its values; that of texts for any other field
     */
    record FieldWords(String heading, String description, boolean judgement, String scalar) {}

    FieldWords field(String type, String field) {
        return fields.computeIfAbsent(type + "." + field, name -> words(type, field));
    }

    private FieldWords words(String type, String field) {
        String english = contract.get().dictionary().describe(type, field);
        String scalar = contract.get().types().stream()
                .filter(each -> each.name().equals(type))
                .flatMap(each -> each.property(field).stream())
                .map(PropertyField::scalar)
                .findFirst()
                .orElse(TEXT);
        return new FieldWords(
                french.field(type, field), french.description(english), english.contains(JUDGEMENT), scalar);
    }

    /** A value of an enumeration; anything else as it is. */
    String value(String scalar, String value) {
        return contract.get().dictionary().word(scalar, value);
    }
}
