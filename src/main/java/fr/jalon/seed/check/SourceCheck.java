package fr.jalon.seed.check;

import fr.jalon.schema.Contract;
import fr.jalon.schema.GraphType;
import fr.jalon.seed.record.Article;
import fr.jalon.seed.record.Problems;
import fr.jalon.seed.record.RecordKeys;
import fr.jalon.seed.record.SeedDraft;
import fr.jalon.seed.record.SeedKey;
import fr.jalon.seed.record.SeedRecord;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Every fact that can be traced to a document has a place in one, its own or that of a record inside it. */
final class SourceCheck {

    private final Contract contract;
    private final RecordKeys keys;
    private final Problems problems;

    SourceCheck(Contract contract, RecordKeys keys, Problems problems) {
        this.contract = contract;
        this.keys = keys;
        this.problems = problems;
    }

    /** Checks the records that have no place of their own; the others were asked for one when they were read. */
    void check(SeedDraft draft) {
        List<String> cited = contract.type(GraphType.CITED).members();
        Set<String> placed = new HashSet<>();
        draft.places().forEach(place -> placed.add(place.owner()));
        draft.links().stream()
                .filter(link -> placed.contains(link.other())
                        && contract.type(link.target()).key() != null)
                .forEach(link -> placed.add(link.owner()));
        draft.records().stream()
                .filter(each -> cited.contains(each.type().name()))
                .filter(each -> !keys.of(each.type()).containsKey(RecordKeys.AT) && !placed.contains(each.id()))
                .forEach(this::withoutSource);
    }

    private void withoutSource(SeedRecord each) {
        List<String> inside = keys.of(each.type()).entrySet().stream()
                .filter(key -> key.getValue() instanceof SeedKey.Nested)
                .map(Map.Entry::getKey)
                .toList();
        problems.add(
                each.spot(),
                "%s without a source".formatted(Article.with(each.type().name())),
                "`%s` with the lines that state it".formatted(String.join("` or `", inside)));
    }
}
