package fr.jalon.seed.file;

import fr.jalon.seed.record.Problems;
import fr.jalon.seed.record.SeedRecord;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Reads the headings of a document: a list of {from, title}, in the order of their lines. */
final class SectionReader {

    private static final String EXPECTED = "{from: 100, title: \"2.1 ...\"}";

    private final Problems problems;

    SectionReader(Problems problems) {
        this.problems = problems;
    }

    List<SeedRecord.Section> read(YamlNode node) {
        if (!(node instanceof YamlNode.Items list)) {
            problems.add(node.spot(), node.shown(), "a list of " + EXPECTED);
            return List.of();
        }
        List<SeedRecord.Section> sections = new ArrayList<>();
        for (YamlNode item : list.items()) {
            int after =
                    sections.isEmpty() ? 0 : sections.get(sections.size() - 1).from();
            read(item, after, sections);
        }
        return sections;
    }

    private void read(YamlNode node, int after, List<SeedRecord.Section> sections) {
        if (!(node instanceof YamlNode.Fields fields)
                || !fields.entries().keySet().equals(Set.of("from", "title"))
                || fields.scalar("from").isEmpty()
                || fields.scalar("title").filter(SectionReader::isText).isEmpty()) {
            problems.add(node.spot(), node.shown(), EXPECTED);
            return;
        }
        YamlNode.Scalar from = fields.scalar("from").get();
        if (!PlaceReader.isLine(from) || Integer.parseInt(from.text()) <= after) {
            problems.add(from.spot(), from.shown(), "a line after " + after + ", where the heading before stands");
            return;
        }
        String title = fields.scalar("title").get().text().strip();
        sections.add(new SeedRecord.Section(Integer.parseInt(from.text()), title));
    }

    private static boolean isText(YamlNode.Scalar title) {
        return title.kind() == YamlNode.Kind.TEXT && !title.text().isBlank();
    }
}
