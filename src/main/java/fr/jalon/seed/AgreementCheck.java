package fr.jalon.seed;

import java.util.List;

/** Where places contradict what the graph holds, a discrepancy says so, and says of each place what it says. */
final class AgreementCheck {

    private final Facts facts;
    private final Holders holders;
    private final SamePlace places;
    private final Problems problems;

    AgreementCheck(Facts facts, Holders holders, SamePlace places, Problems problems) {
        this.facts = facts;
        this.holders = holders;
        this.places = places;
        this.problems = problems;
    }

    void check(List<Said> statements, List<Noted> noted) {
        for (Said statement : statements) {
            SeedRecord owner = statement.owners().get(0);
            List<Said> readings = readings(noted, holders.fromTop(owner, statement.path()));
            Meaning held = facts.held(owner, statement.path());
            if (!held.equalTo(statement.meaning()) && readings.stream().noneMatch(statement::agreesWith)) {
                unnoted(statement, owner, held);
            }
            readings.stream()
                    .filter(reading -> places.share(statement, reading) && !statement.agreesWith(reading))
                    .forEach(reading -> outdated(reading, statement));
        }
    }

    private static List<Said> readings(List<Noted> noted, Holders.Place place) {
        return noted.stream()
                .flatMap(each -> each.readings().stream())
                .map(Noted.Reading::said)
                .filter(said ->
                        said.path().equals(place.path()) && said.owners().contains(place.owner()))
                .toList();
    }

    private void unnoted(Said statement, SeedRecord owner, Meaning held) {
        problems.add(
                statement.spot(),
                "\"%s\" as `%s` of %s, where %s has %s"
                        .formatted(
                                statement.printed(),
                                statement.path(),
                                owner.id(),
                                owner.spot(statement.path()),
                                held.shown()),
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
