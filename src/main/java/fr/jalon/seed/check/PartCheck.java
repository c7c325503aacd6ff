package fr.jalon.seed.check;

import fr.jalon.seed.record.CitedParts;
import fr.jalon.seed.record.Problems;
import fr.jalon.seed.record.SeedCitation;
import fr.jalon.seed.record.SeedDraft;
import fr.jalon.seed.record.SeedIndex;
import fr.jalon.seed.record.SeedRecord;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiPredicate;

/** The part of a document that a record names is that of its lines, and the kind of a discrepancy fits those of its readings. */
final class PartCheck {

    private static final String PART = "part";
    private static final String KIND = "kind";

    /** What the readings of a discrepancy of each kind have to be from: parts of documents, and documents. */
    private static final Map<String, BiPredicate<Set<String>, Set<String>>> FITTING = Map.of(
            "BODY_BODY", (parts, documents) -> one(documents) && parts.equals(Set.of("BODY")),
            "BODY_TABLE", (parts, documents) -> one(documents) && parts.equals(Set.of("BODY", "TABLE")),
            "TABLE_TABLE", (parts, documents) -> one(documents) && parts.equals(Set.of("TABLE")),
            "BODY_ANNEX", (parts, documents) -> one(documents) && parts.contains("ANNEX") && parts.size() > 1,
            "INDEX_BODY", (parts, documents) -> one(documents) && parts.contains("INDEX") && parts.size() > 1,
            "DOCUMENT_DOCUMENT", (parts, documents) -> !one(documents));

    private final CitedParts parts;
    private final SeedIndex index;
    private final Problems problems;

    PartCheck(SeedIndex index, SeedDraft draft, Problems problems) {
        this.index = index;
        this.parts = new CitedParts(draft);
        this.problems = problems;
    }

    void check(List<SeedRecord> records, List<Discrepancies.Discrepancy> discrepancies) {
        records.stream().filter(each -> each.values().containsKey(PART)).forEach(this::namesItsPart);
        discrepancies.forEach(this::fits);
    }

    private void namesItsPart(SeedRecord record) {
        for (SeedCitation each : index.citations(record.id())) {
            parts.named(each)
                    .filter(part -> !part.equals(record.text(PART)))
                    .ifPresent(part -> problems.add(
                            record.location(PART),
                            "the part %s at line %s of %s"
                                    .formatted(
                                            record.text(PART),
                                            each.first(),
                                            each.document().id()),
                            "%s, as its `sections` and the tables say".formatted(part)));
        }
    }

    private void fits(Discrepancies.Discrepancy discrepancy) {
        Set<String> found = new TreeSet<>();
        Set<String> documents = new TreeSet<>();
        for (Discrepancies.Discrepancy.Reading reading : discrepancy.readings()) {
            for (SeedCitation each : index.citations(reading.itself().id())) {
                parts.named(each).ifPresent(found::add);
                documents.add(each.document().id());
            }
        }
        String kind = discrepancy.itself().text(KIND);
        BiPredicate<Set<String>, Set<String>> fitting = FITTING.get(kind);
        if (fitting != null && !found.isEmpty() && !fitting.test(found, documents)) {
            problems.add(
                    discrepancy.itself().location(KIND),
                    "the kind %s of readings from %s of %s"
                            .formatted(kind, String.join(" and ", found), String.join(" and ", documents)),
                    fittingKinds(found, documents));
        }
    }

    private static String fittingKinds(Set<String> parts, Set<String> documents) {
        List<String> kinds = FITTING.entrySet().stream()
                .filter(each -> each.getValue().test(parts, documents))
                .map(Map.Entry::getKey)
                .sorted()
                .toList();
        return kinds.isEmpty() ? "another kind, or readings from two places" : String.join(" or ", kinds);
    }

    private static boolean one(Set<String> documents) {
        return documents.size() == 1;
    }
}
