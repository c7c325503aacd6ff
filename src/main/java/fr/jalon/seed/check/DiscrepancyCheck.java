package fr.jalon.seed.check;

import fr.jalon.schema.GraphField;
import fr.jalon.schema.PropertyField;
import fr.jalon.schema.RelationshipField;
import fr.jalon.seed.record.Problems;
import fr.jalon.seed.record.RecordKeys;
import fr.jalon.seed.record.SeedRecord;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** A discrepancy is still one: its readings differ, and what it says the graph follows is what the graph holds. */
final class DiscrepancyCheck {

    private static final String SEVERITY = "severity";
    private static final String LEADS = "leads";
    private static final Set<String> NUMBERS = Set.of("Date", "Int", "Float");

    private final Fields fields;
    private final Problems problems;

    DiscrepancyCheck(Fields fields, Problems problems) {
        this.fields = fields;
        this.problems = problems;
    }

    void check(List<Discrepancies.Discrepancy> discrepancies) {
        discrepancies.forEach(each -> {
            differ(each);
            each.readings().forEach(reading -> follow(each, reading));
            followOne(each);
            weigh(each);
        });
    }

    /** What changes a date, a lead or a number weighs most, by the contract's own words of {@code Severity}. */
    private void weigh(Discrepancies.Discrepancy discrepancy) {
        boolean heavy = discrepancy.owners().stream()
                .anyMatch(owner -> fields.field(owner.type(), discrepancy.path())
                        .filter(DiscrepancyCheck::isDateOrLeadOrNumber)
                        .isPresent());
        if (heavy && discrepancy.itself().text(SEVERITY).equals("MEDIUM")) {
            problems.add(
                    discrepancy.itself().location(SEVERITY),
                    "MEDIUM for `%s`".formatted(discrepancy.path()),
                    "HIGH, or LOW where only the wording differs");
        }
    }

    private static boolean isDateOrLeadOrNumber(GraphField field) {
        return field instanceof RelationshipField related
                ? related.target().equals(RecordKeys.PERIOD) || field.name().equals(LEADS)
                : NUMBERS.contains(((PropertyField) field).scalar());
    }

    private void differ(Discrepancies.Discrepancy discrepancy) {
        List<String> stated = new ArrayList<>();
        discrepancy
                .readings()
                .forEach(each -> stated.add(
                        discrepancy.isAboutWording()
                                ? wording(each.statement().printed())
                                : each.statement().subject()
                                        + each.statement().meaning().values()));
        if (stated.size() == 1 && !discrepancy.isAboutOnePlace()) {
            problems.add(
                    discrepancy.itself().location(Discrepancies.READINGS),
                    "one reading",
                    "two that differ, or the kind SCAN or BLANK");
        } else if (stated.size() > 1 && stated.stream().distinct().count() == 1) {
            problems.add(
                    discrepancy.itself().location(Discrepancies.READINGS),
                    "readings that agree: " + listed(discrepancy),
                    "readings that differ, or no discrepancy");
        }
    }

    private static String listed(Discrepancies.Discrepancy discrepancy) {
        return discrepancy.readings().stream()
                .map(each -> "\"%s\" (%s)"
                        .formatted(each.statement().printed(), each.statement().location()))
                .collect(Collectors.joining(", "));
    }

    /** Typographic apostrophes and line breaks are not the author's. */
    private static String wording(String text) {
        return text.replace('’', '\'').replaceAll("\\s+", " ");
    }

    private void follow(Discrepancies.Discrepancy discrepancy, Discrepancies.Discrepancy.Reading reading) {
        Statements.Statement statement = reading.statement();
        if (reading.followed() && statement.owners().isEmpty()) {
            problems.add(
                    statement.location(),
                    "followed \"%s\" of no field".formatted(statement.printed()),
                    "`field`, so that it can be compared with what the graph holds, or not followed");
        }
        for (SeedRecord owner : statement.owners()) {
            Meaning held = fields.held(owner, statement.path());
            if (reading.followed() && !held.holds(statement.meaning())) {
                contradicted(
                        statement,
                        owner,
                        held,
                        "followed ",
                        "the reading that the graph follows, or another value there");
            } else if (!reading.followed() && !discrepancy.isAboutWording() && held.equalTo(statement.meaning())) {
                contradicted(statement, owner, held, "", "`followed: true`");
            }
        }
    }

    private void contradicted(
            Statements.Statement statement, SeedRecord owner, Meaning held, String how, String expected) {
        problems.add(
                statement.location(),
                "%s\"%s\", where %s has %s as `%s` of %s"
                        .formatted(
                                how,
                                statement.printed(),
                                owner.location(statement.path()),
                                held.shown(),
                                statement.path(),
                                owner.id()),
                expected);
    }

    private void followOne(Discrepancies.Discrepancy discrepancy) {
        if (discrepancy.isAboutWording()
                || discrepancy.readings().stream().anyMatch(Discrepancies.Discrepancy.Reading::followed)) {
            return;
        }
        boolean held = discrepancy.owners().stream()
                .anyMatch(owner -> !fields.held(owner, discrepancy.path()).isEmpty());
        if (held) {
            problems.add(
                    discrepancy.itself().location(),
                    "no reading that is followed",
                    "`followed: true` at the one that the graph holds, or no `field`");
        }
    }
}
