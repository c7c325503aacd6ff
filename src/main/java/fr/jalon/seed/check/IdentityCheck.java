package fr.jalon.seed.check;

import fr.jalon.schema.GraphType;
import fr.jalon.seed.record.Problems;
import fr.jalon.seed.record.RecordKeys;
import fr.jalon.seed.record.SeedDraft;
import fr.jalon.seed.record.SeedRecord;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/** No two records have one id. */
final class IdentityCheck {

    private final Problems problems;

    IdentityCheck(Problems problems) {
        this.problems = problems;
    }

    void check(SeedDraft draft) {
        Map<String, SeedRecord> first = new LinkedHashMap<>();
        for (SeedRecord each : draft.records()) {
            SeedRecord earlier = first.putIfAbsent(each.id(), each);
            if (earlier != null) {
                doubled(each, earlier);
            }
        }
    }

    private static boolean same(SeedRecord one, SeedRecord other, String field) {
        return one.text(field).equals(other.text(field));
    }

    private void doubled(SeedRecord later, SeedRecord earlier) {
        GraphType type = later.type();
        if (type.key() == null) {
            problems.add(
                    later.spot(RecordKeys.ID),
                    "%s, which is also the id at %s".formatted(later.id(), earlier.spot()),
                    "an id of its own");
            return;
        }
        String fields = String.join(" and ", Objects.requireNonNull(type.key()));
        if (type.key().isEmpty() || type.key().stream().allMatch(field -> same(later, earlier, field))) {
            problems.add(
                    later.spot(),
                    "the same %s as at %s".formatted(fields, earlier.spot()),
                    "one %s with both places in `at`".formatted(type.name()));
        } else {
            problems.add(
                    later.spot(),
                    "the same %s as at %s but for case, accents and signs, and so the same id"
                            .formatted(fields, earlier.spot()),
                    "`distinct: true` in the one that is new, or other words");
        }
    }
}
