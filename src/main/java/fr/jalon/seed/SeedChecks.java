package fr.jalon.seed;

import fr.jalon.schema.Contract;
import java.util.List;

/** Every check of what all files say together. */
final class SeedChecks {

    private final Contract contract;
    private final SeedDraft draft;
    private final Problems problems;

    SeedChecks(Contract contract, SeedDraft draft, Problems problems) {
        this.contract = contract;
        this.draft = draft;
        this.problems = problems;
    }

    void run() {
        SeedIndex index = new SeedIndex(draft);
        new IdentityCheck(problems).check(draft);
        new ReferenceCheck(contract, index, problems).check(draft);
        new CardinalityCheck(contract, index, problems).check(draft);
        compare(index);
    }

    private void compare(SeedIndex index) {
        Facts facts = new Facts(contract, index);
        List<Said> statements = new Statements(facts, problems).of(draft);
        List<Noted> noted = new NotedReader(facts, problems).of(draft);
        new DiscrepancyCheck(facts, problems).check(noted);
        new AgreementCheck(facts, new Holders(contract, index, draft), new SamePlace(draft), problems)
                .check(statements, noted);
    }
}
