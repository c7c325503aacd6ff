package fr.jalon.seed;

import fr.jalon.period.Period;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** What all seed files say together, before it is checked and made into a graph. */
final class SeedDraft {

    private final List<SeedRecord> records = new ArrayList<>();
    private final List<SeedLink> links = new ArrayList<>();
    private final List<SeedPlace> places = new ArrayList<>();
    private final Set<Period> periods = new LinkedHashSet<>();

    void add(SeedRecord read) {
        records.add(read);
    }

    void add(SeedLink link) {
        links.add(link);
    }

    void add(SeedPlace place) {
        places.add(place);
    }

    void add(Period period) {
        periods.add(period);
    }

    List<SeedRecord> records() {
        return records;
    }

    List<SeedLink> links() {
        return links;
    }

    List<SeedPlace> places() {
        return places;
    }

    Set<Period> periods() {
        return periods;
    }
}
