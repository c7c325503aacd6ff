package fr.jalon.seed.delivery;

import fr.jalon.schema.Contract;
import fr.jalon.schema.Folding;
import fr.jalon.seed.record.SeedDraft;
import fr.jalon.seed.record.SeedRecord;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/** The names under which people know the records of a type: ids, their ends, acronyms, codes, labels and full names. */
final class DeliveryNames {

    private static final List<String> NAMING = List.of("acronym", "code", "label", "name");

    private final Map<String, TreeSet<String>> idsByName = new LinkedHashMap<>();
    private final TreeMap<String, SeedRecord> byId = new TreeMap<>();
    private final List<String> shown = new ArrayList<>();

    DeliveryNames(Contract contract, SeedDraft draft, String type) {
        List<String> members = contract.type(type).members();
        draft.records().stream()
                .filter(each -> members.contains(each.type().name()))
                .forEach(this::add);
    }

    private void add(SeedRecord known) {
        byId.put(known.id(), known);
        name(known.id(), known);
        name(end(known.id()), known);
        NAMING.forEach(property -> {
            if (known.values().get(property) instanceof String name) {
                name(name, known);
            }
        });
    }

    private void name(String name, SeedRecord known) {
        shown.add(name);
        idsByName.computeIfAbsent(Folding.fold(name), key -> new TreeSet<>()).add(known.id());
    }

    /** Ids that go by a name; several where it is ambiguous. */
    List<String> ids(String name) {
        return List.copyOf(idsByName.getOrDefault(Folding.fold(name), new TreeSet<>()));
    }

    /** Every name that leads to one only, for suggestions. */
    List<String> all() {
        return shown.stream().filter(name -> ids(name).size() == 1).toList();
    }

    /** The shortest writing that leads to this one only. */
    String shortest(String id) {
        SeedRecord known = byId.get(id);
        for (String property : List.of("acronym", "label")) {
            if (known != null
                    && known.values().get(property) instanceof String name
                    && ids(name).size() == 1) {
                return name;
            }
        }
        return ids(end(id)).size() == 1 ? end(id) : id;
    }

    private static String end(String id) {
        return id.substring(id.indexOf('/') + 1);
    }

    /** The shortest writing of each, by id. */
    List<String> choices() {
        return byId.keySet().stream().map(this::shortest).toList();
    }
}
