package fr.jalon.seed.check;

import fr.jalon.seed.record.Problems;
import fr.jalon.seed.record.SeedRecord;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Where a place contradicts what the graph holds, a discrepancy says so, and quotes each place as it is. */
final class AgreementCheck {

    private final Facts facts;
    private final Holders holders;
    private final SamePlace places;
    private final Problems problems;
    private final Map<Holders.Fact, List<Said>> readings = new HashMap<>();

    AgreementCheck(Facts facts, Holders holders, SamePlace places, List<Noted> noted, Problems problems) {
        this.facts = facts;
        this.holders = holders;
        this.places = places;
        this.problems = problems;
        noted.forEach(each -> each.readings().forEach(reading -> add(reading.said())));
    }

    private void add(Said reading) {
        for (SeedRecord owner : reading.owners()) {
            readings.computeIfAbsent(new Holders.Fact(owner.id(), reading.path()), fact -> new ArrayList<>())
                    .add(reading);
        }
    }

    void check(List<Said> statements) {
        for (Said statement : statements) {
            statement.owners().forEach(owner -> check(statement, owner));
        }
    }

    private void check(Said statement, SeedRecord owner) {
        List<Said> noted = readings.getOrDefault(holders.fromTop(owner.id(), statement.path()), List.of());
        Meaning held = facts.held(owner, statement.path());
        if (!held.equalTo(statement.meaning()) && noted.stream().noneMatch(statement::agreesWith)) {
            unnoted(statement, owner, held);
        }
        noted.stream()
                .filter(reading -> places.share(statement, reading) && !statement.agreesWith(reading))
                .forEach(reading -> outdated(reading, statement));
    }

    private void unnoted(Said statement, SeedRecord owner, Meaning held) {
        String path = statement.path();
        problems.add(
                statement.spot(),
                "\"%s\" as `%s` of %s, where %s has %s"
                        .formatted(statement.printed(), path, owner.id(), owner.spot(path), held.shown()),
                "the same, or a discrepancy about it that has this reading");
    }

    private void outdated(Said reading, Said statement) {
        problems.add(
                reading.spot(),
                "\"%s\", where %s has \"%s\" from the same place"
                        .formatted(reading.printed(), statement.spot(), statement.printed()),
                "the same in both, or no discrepancy");
    }
}
