package fr.jalon.summary;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Where sources contradict each other on more than a wording, the graver ones first. */
final class Contradictions {

    private static final List<String> COLUMNS =
            List.of("Objet", "Contradiction", "Lectures et sources", "Lecture retenue");

    private Contradictions() {}

    static List<Block> blocks(Answer answer, Sources sources) {
        List<Answer.Discrepancy> all = answer.discrepancies().nodes();
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Block.Heading(2, "Contradictions à arbitrer (%d)".formatted(all.size())));
        if (all.isEmpty()) {
            blocks.add(new Block.Paragraph("Aucune contradiction n'est connue."));
        }
        blocks.addAll(part("Gravité haute : une date, un porteur ou un nombre change", "HIGH", all, sources));
        blocks.addAll(part("Gravité moyenne : le sens change", "MEDIUM", all, sources));
        return blocks;
    }

    private static List<Block> part(String title, String severity, List<Answer.Discrepancy> all, Sources sources) {
        List<List<String>> rows = all.stream()
                .filter(each -> each.severity().equals(severity))
                .map(each -> row(each, sources))
                .toList();
        return rows.isEmpty()
                ? List.of()
                : List.of(
                        new Block.Heading(3, "%s (%d)".formatted(title, rows.size())),
                        new Block.Table("Contradictions. " + title, COLUMNS, rows));
    }

    private static List<String> row(Answer.Discrepancy discrepancy, Sources sources) {
        return List.of(
                discrepancy.about().stream().map(Contradictions::name).collect(Collectors.joining(", ")),
                discrepancy.summary(),
                discrepancy.readings().stream()
                        .map(reading -> reading(reading, sources))
                        .collect(Collectors.joining(" ; ")),
                Objects.requireNonNullElse(discrepancy.reason(), "sans motif"));
    }

    private static String name(Answer.About about) {
        if (about.code() != null && about.roadmap() != null) {
            return about.roadmap().acronym() + " " + about.code();
        } else if (about.name() != null) {
            return new Answer.Name(about.name(), about.acronym()).shortest();
        }
        return about.id();
    }

    private static String reading(Answer.Reading reading, Sources sources) {
        String place = sources.cite(Stream.ofNullable(reading.citation()).toList());
        String followed = Boolean.TRUE.equals(reading.followed()) ? "retenue, " : "";
        return "« %s » (%s%s)".formatted(reading.value(), followed, place);
    }
}
