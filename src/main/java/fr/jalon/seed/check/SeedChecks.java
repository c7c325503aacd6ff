package fr.jalon.seed.check;

import fr.jalon.schema.Contract;
import fr.jalon.schema.GraphType;
import fr.jalon.seed.record.Problems;
import fr.jalon.seed.record.RecordKeys;
import fr.jalon.seed.record.SeedDraft;
import fr.jalon.seed.record.SeedIndex;
import fr.jalon.seed.record.SeedKey;
import fr.jalon.seed.record.SeedRecord;
import fr.jalon.seed.source.SourceTexts;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** Every check of what all files say together. */
public final class SeedChecks {

    private final Contract contract;
    private final RecordKeys keys;
    private final SeedDraft draft;
    private final SourceTexts texts;
    private final Problems problems;

    /** Checks a draft of all files against the texts that are at hand, and adds what is wrong to the problems. */
    public SeedChecks(Contract contract, RecordKeys keys, SeedDraft draft, SourceTexts texts, Problems problems) {
        this.contract = contract;
        this.keys = keys;
        this.draft = draft;
        this.texts = texts;
        this.problems = problems;
    }

    /** Runs every check. */
    public void run() {
        SeedIndex index = new SeedIndex(draft);
        new IdentityCheck(problems).check(draft);
        new LinkCheck(contract, index, problems).check(draft);
        new SourceCheck(contract, keys, problems).check(draft);
        compare(index);
    }

    /** Sets what several places say of one fact side by side. */
    private void compare(SeedIndex index) {
        Fields fields = new Fields(contract, index);
        List<Statements.Statement> statements = new Statements(fields, problems).of(draft);
        List<Discrepancies.Discrepancy> discrepancies = new Discrepancies(fields, problems).of(draft);
        new DiscrepancyCheck(fields, problems).check(discrepancies);
        new AgreementCheck(index, draft, fields, discrepancies, problems).check(statements);
        if (!texts.isEmpty()) {
            compareWithSources(index, fields, discrepancies);
        }
    }

    /** Who has no texts, such as a ministry that fills in a sheet, can tell neither parts nor why a title has no theme. */
    private void compareWithSources(SeedIndex index, Fields fields, List<Discrepancies.Discrepancy> discrepancies) {
        new PartCheck(index, draft, problems).check(draft.records(), discrepancies);
        new NamedCheck(index, fields, problems).check(draft.records());
        CitedLines lines = new CitedLines(index, fields, texts);
        lines.check(draft, problems);
        new PrintedCheck(index, fields, lines, problems).check(draft.records());
    }

    /** No two records have one id. */
    private static final class IdentityCheck {

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
                        later.location(RecordKeys.ID),
                        "%s, which is also the id at %s".formatted(later.id(), earlier.location()),
                        "an id of its own");
                return;
            }
            String fields = String.join(" and ", Objects.requireNonNull(type.key()));
            if (type.key().isEmpty() || type.key().stream().allMatch(field -> same(later, earlier, field))) {
                problems.add(
                        later.location(),
                        "the same %s as at %s".formatted(fields, earlier.location()),
                        "one %s with both places in `at`".formatted(type.name()));
            } else {
                problems.add(
                        later.location(),
                        "the same %s as at %s but for case, accents and signs, and so the same id"
                                .formatted(fields, earlier.location()),
                        "`distinct: true` in the one that is new, or other words");
            }
        }
    }

    /** Every fact that can be traced to a document has a place in one, its own or that of a record inside it. */
    private static final class SourceCheck {

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
            List<String> traceable = contract.type(GraphType.CITED).members();
            Set<String> cited = new HashSet<>();
            draft.citations().forEach(each -> cited.add(each.owner()));
            draft.links().stream()
                    .filter(link -> cited.contains(link.other())
                            && contract.type(link.target()).key() != null)
                    .forEach(link -> cited.add(link.owner()));
            draft.records().stream()
                    .filter(each -> traceable.contains(each.type().name()))
                    .filter(each -> !keys.of(each.type()).containsKey(RecordKeys.AT) && !cited.contains(each.id()))
                    .forEach(this::withoutSource);
        }

        private void withoutSource(SeedRecord each) {
            List<String> inside = keys.of(each.type()).entrySet().stream()
                    .filter(key -> key.getValue() instanceof SeedKey.Nested)
                    .map(Map.Entry::getKey)
                    .toList();
            problems.add(
                    each.location(),
                    "%s without a source"
                            .formatted(Problems.withArticle(each.type().name())),
                    "`%s` with the lines that state it".formatted(String.join("` or `", inside)));
        }
    }
}
