package fr.jalon.seed.check;

import fr.jalon.schema.Evidence;
import fr.jalon.schema.FrenchWords;
import fr.jalon.schema.RelationshipField;
import fr.jalon.seed.record.Problems;
import fr.jalon.seed.record.SeedIndex;
import fr.jalon.seed.record.SeedRecord;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A text that names a record leads to it, such as a title to its themes, unless an inference says why not. */
final class NamedCheck {

    private final SeedIndex index;
    private final Fields fields;
    private final Problems problems;

    NamedCheck(SeedIndex index, Fields fields, Problems problems) {
        this.index = index;
        this.fields = fields;
        this.problems = problems;
    }

    void check(List<SeedRecord> records) {
        records.forEach(each -> each.type().evidence().named().forEach(named -> check(each, named)));
    }

    private void check(SeedRecord owner, Evidence.Named named) {
        RelationshipField field = owner.type().relationship(named.field()).orElseThrow();
        List<String> text = stems(owner.text(named.in()));
        Set<String> held = new HashSet<>(index.others(owner.id(), owner.type(), named.field()));
        fields.inferences(owner, named.field()).forEach(each -> held.addAll(fields.explained(each)));
        for (String id : index.ids(List.of(field.target()))) {
            if (!held.contains(id)) {
                word(text, id, named.by())
                        .ifPresent(word -> problems.add(
                                owner.location(named.field()),
                                "the word %s in `%s` of %s, without %s in `%s`"
                                        .formatted(Problems.quoted(word), named.in(), owner.id(), id, named.field()),
                                "%s, or an inference about `%s` of it that says why not".formatted(id, named.field())));
            }
        }
    }

    private Optional<String> word(List<String> text, String id, String field) {
        return index.find(id).stream()
                .flatMap(record -> fields.held(record, field).texts().stream())
                .filter(word -> Collections.indexOfSubList(text, stems(word)) >= 0)
                .findFirst();
    }

    private static List<String> stems(String text) {
        return FrenchWords.of(text).stream().map(FrenchWords::stem).toList();
    }
}
