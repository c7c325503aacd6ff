package fr.jalon.seed.check;

import fr.jalon.seed.record.Problems;
import fr.jalon.seed.record.SeedRecord;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** A discrepancy is still one: its readings differ, and what it says the graph follows is what the graph holds. */
final class DiscrepancyCheck {

    private final Facts facts;
    private final Problems problems;

    DiscrepancyCheck(Facts facts, Problems problems) {
        this.facts = facts;
        this.problems = problems;
    }

    void check(List<Noted> noted) {
        noted.forEach(each -> {
            differ(each);
            each.readings().forEach(reading -> follow(each, reading));
            followOne(each);
        });
    }

    private void differ(Noted noted) {
        List<String> said = new ArrayList<>();
        noted.readings()
                .forEach(each -> said.add(
                        noted.isAboutWording()
                                ? wording(each.said().printed())
                                : each.said().subject() + each.said().meaning().values()));
        if (said.size() == 1 && !noted.isAboutOnePlace()) {
            problems.add(
                    noted.itself().spot(NotedReader.READINGS),
                    "one reading",
                    "two that differ, or the kind SCAN or BLANK");
        } else if (said.size() > 1 && said.stream().distinct().count() == 1) {
            problems.add(
                    noted.itself().spot(NotedReader.READINGS),
                    "readings that agree: " + listed(noted),
                    "readings that differ, or no discrepancy");
        }
    }

    private static String listed(Noted noted) {
        return noted.readings().stream()
                .map(each -> "\"%s\" (%s)"
                        .formatted(each.said().printed(), each.said().spot()))
                .collect(Collectors.joining(", "));
    }

    /** Typographic apostrophes and line breaks are not the author's. */
    private static String wording(String text) {
        return text.replace('’', '\'').replaceAll("\\s+", " ");
    }

    private void follow(Noted noted, Noted.Reading reading) {
        Said said = reading.said();
        if (reading.followed() && said.owners().isEmpty()) {
            problems.add(
                    said.spot(),
                    "followed \"%s\" of no field".formatted(said.printed()),
                    "`field`, so that it can be compared with what the graph holds, or not followed");
        }
        for (SeedRecord owner : said.owners()) {
            Meaning held = facts.held(owner, said.path());
            if (reading.followed() && !held.holds(said.meaning())) {
                contradicted(
                        said, owner, held, "followed ", "the reading that the graph follows, or another value there");
            } else if (!reading.followed() && !noted.isAboutWording() && held.equalTo(said.meaning())) {
                contradicted(said, owner, held, "", "`followed: true`");
            }
        }
    }

    private void contradicted(Said said, SeedRecord owner, Meaning held, String how, String expected) {
        problems.add(
                said.spot(),
                "%s\"%s\", where %s has %s as `%s` of %s"
                        .formatted(how, said.printed(), owner.spot(said.path()), held.shown(), said.path(), owner.id()),
                expected);
    }

    private void followOne(Noted noted) {
        if (noted.isAboutWording() || noted.readings().stream().anyMatch(Noted.Reading::followed)) {
            return;
        }
        boolean held = noted.owners().stream()
                .anyMatch(owner -> !facts.held(owner, noted.path()).isEmpty());
        if (held) {
            problems.add(
                    noted.itself().spot(),
                    "no reading that is followed",
                    "`followed: true` at the one that the graph holds, or no `field`");
        }
    }
}
