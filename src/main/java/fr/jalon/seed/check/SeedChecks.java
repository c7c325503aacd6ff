package fr.jalon.seed.check;

import fr.jalon.schema.Contract;
import fr.jalon.seed.record.Problems;
import fr.jalon.seed.record.RecordKeys;
import fr.jalon.seed.record.SeedDraft;
import fr.jalon.seed.record.SeedIndex;
import java.util.List;

/** Every check of what all files say together. */
public final class SeedChecks {

    private final Contract contract;
    private final RecordKeys keys;
    private final SeedDraft draft;
    private final Problems problems;

    /** Checks a draft of all files, and adds what is wrong to the problems. */
    public SeedChecks(Contract contract, RecordKeys keys, SeedDraft draft, Problems problems) {
        this.contract = contract;
        this.keys = keys;
        this.draft = draft;
        this.problems = problems;
    }

    /** Runs every check. */
    public void run() {
        SeedIndex index = new SeedIndex(draft);
        new IdentityCheck(problems).check(draft);
        new ReferenceCheck(contract, index, problems).check(draft);
        new CardinalityCheck(contract, index, problems).check(draft);
        new SourceCheck(contract, keys, problems).check(draft);
        compare(index);
    }

    /** Sets what several places say of one fact side by side. */
    private void compare(SeedIndex index) {
        Facts facts = new Facts(contract, index);
        FieldValues values = new FieldValues(contract, index);
        List<Said> statements = new Statements(facts, values, problems).of(draft);
        List<Noted> noted = new NotedReader(facts, values, problems).of(draft);
        Holders holders = new Holders(contract, index, draft);
        new DiscrepancyCheck(facts, problems).check(noted);
        new AgreementCheck(facts, holders, new SamePlace(draft), noted, problems).check(statements);
    }
}
