package fr.jalon.seed.record;

import fr.jalon.period.Period;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** What all seed files say together, before it is checked and made into a graph. */
public final class SeedDraft {

    private final List<SeedRecord> records = new ArrayList<>();
    private final List<SeedLink> links = new ArrayList<>();
    private final List<SeedCitation> citations = new ArrayList<>();
    private final Set<Period> periods = new LinkedHashSet<>();

    /** Adds a record. */
    public void add(SeedRecord read) {
        records.add(read);
    }

    /** Adds a relationship. */
    public void add(SeedLink link) {
        links.add(link);
    }

    /** Adds a citation. */
    public void add(SeedCitation citation) {
        citations.add(citation);
    }

    /** Adds a period that a file names. */
    public void add(Period period) {
        periods.add(period);
    }

    /** Every record, nested ones included, in the order of the files. */
    public List<SeedRecord> records() {
        return records;
    }

    /** Every relationship that a record writes, in the order of the files. */
    public List<SeedLink> links() {
        return links;
    }

    /** Every citation, in the order of the files. */
    public List<SeedCitation> citations() {
        return citations;
    }

    /** Every period that a file names, each once. */
    public Set<Period> periods() {
        return periods;
    }
}
