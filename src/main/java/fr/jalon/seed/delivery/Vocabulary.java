package fr.jalon.seed.delivery;

import fr.jalon.schema.Contract;
import fr.jalon.schema.Folding;
import fr.jalon.seed.record.SeedDraft;
import fr.jalon.seed.record.SeedIndex;
import fr.jalon.seed.record.SeedRecord;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The controlled vocabulary of deliveries: the terms by which a sheet may refer to what the seed has.
 *
 * @param actors organizations and mandates
 * @param themes subjects
 * @param resources datasets, APIs, repositories, algorithms and services
 * @param objectives of the interministerial framework
 * @param targets ids that a reference may point at: actions and whole roadmaps
 */
record Vocabulary(Terms actors, Terms themes, Terms resources, Terms objectives, List<String> targets) {

    static Vocabulary of(Contract contract, SeedDraft draft, SeedIndex index) {
        return new Vocabulary(
                new Terms(contract, draft, "Actor"),
                new Terms(contract, draft, "Theme"),
                new Terms(contract, draft, "Resource"),
                new Terms(contract, draft, "Objective"),
                index.ids(List.of("Action", "Roadmap")));
    }

    /** The terms for the records of a type: ids, their ends, acronyms, codes, labels and full names. */
    static final class Terms {

        private static final List<String> NAMING = List.of("acronym", "code", "label", "name");

        private final Map<String, TreeSet<String>> idsByTerm = new LinkedHashMap<>();
        private final TreeMap<String, SeedRecord> byId = new TreeMap<>();
        private final List<String> terms = new ArrayList<>();

        private Terms(Contract contract, SeedDraft draft, String type) {
            List<String> members = contract.type(type).members();
            draft.records().stream()
                    .filter(each -> members.contains(each.type().name()))
                    .forEach(this::add);
        }

        private void add(SeedRecord each) {
            byId.put(each.id(), each);
            add(each.id(), each);
            add(Roadmap.end(each.id()), each);
            NAMING.forEach(property -> {
                if (each.values().get(property) instanceof String term) {
                    add(term, each);
                }
            });
        }

        private void add(String term, SeedRecord each) {
            terms.add(term);
            idsByTerm
                    .computeIfAbsent(Folding.fold(term), key -> new TreeSet<>())
                    .add(each.id());
        }

        /** Ids that a term denotes, whatever its case and accents; several where it is ambiguous. */
        List<String> ids(String term) {
            return List.copyOf(idsByTerm.getOrDefault(Folding.fold(term), new TreeSet<>()));
        }

        /** Every term that denotes one record only, for suggestions. */
        List<String> unambiguous() {
            return terms.stream().filter(term -> ids(term).size() == 1).toList();
        }

        /** The shortest term that denotes this record only. */
        String preferred(String id) {
            SeedRecord each = byId.get(id);
            for (String property : List.of("acronym", "label")) {
                if (each != null
                        && each.values().get(property) instanceof String term
                        && ids(term).size() == 1) {
                    return term;
                }
            }
            String end = Roadmap.end(id);
            return ids(end).size() == 1 ? end : id;
        }

        /** The preferred term of each record, by id. */
        List<String> allPreferred() {
            return byId.keySet().stream().map(this::preferred).toList();
        }
    }
}
