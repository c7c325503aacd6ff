package fr.jalon.pages;

import fr.jalon.schema.Contract;
import fr.jalon.schema.French;
import fr.jalon.schema.GraphField;
import fr.jalon.schema.GraphType;
import fr.jalon.schema.PropertyField;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** What people read in the place of the names and values of the contract. */
final class Words {

    private static final String JUDGEMENT = "judgement of the curators";

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

    String field(String type, String field) {
        return french.field(type, field);
    }

    /** What a field of a type holds, in a sentence. */
    String description(String type, String field) {
        return french.description(contract.get().dictionary().describe(type, field));
    }

    /** Whether what a field holds is the curators' judgement. */
    boolean isJudgement(String type, String field) {
        return contract.get().dictionary().describe(type, field).contains(JUDGEMENT);
    }

    /** The name of the scalar or enumeration of a field, if it has values of one. */
    Optional<String> scalar(String type, String field) {
        return contract.get().types().stream()
                .filter(each -> each.name().equals(type))
                .flatMap(each -> each.field(field).stream())
                .filter(PropertyField.class::isInstance)
                .map((GraphField each) -> ((PropertyField) each).scalar())
                .findFirst();
    }

    /** A value of an enumeration; anything else as it is. */
    String value(String scalar, String value) {
        return contract.get().dictionary().word(scalar, value);
    }
}
