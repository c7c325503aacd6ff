package fr.jalon.seed.file;

import fr.jalon.schema.Dictionary;
import fr.jalon.seed.record.DocumentLayout;
import fr.jalon.seed.record.Problems;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reads how a document is laid out: its headings with the part that they begin, and the lines where its pages begin. */
final class LayoutReader {

    private static final String SECTION = "{from: 100, title: \"2.1 ...\", part: ANNEX}";
    private static final String PAGE = "{from: 100, page: 5}";

    private final Set<String> parts;
    private final Problems problems;

    LayoutReader(Dictionary dictionary, Problems problems) {
        this.parts = dictionary.values("DocumentPart").keySet();
        this.problems = problems;
    }

    /** Reads a list of {from, title} or {from, title, part}, in the order of their lines. */
    List<DocumentLayout.Section> sections(YamlNode node) {
        return entries(node, SECTION, this::section, DocumentLayout.Section::from);
    }

    /** Reads a list of {from, page}, or {from} where no page is printed from there on, in the order of their lines. */
    List<DocumentLayout.Page> pages(YamlNode node) {
        return entries(node, PAGE, LayoutReader::page, DocumentLayout.Page::from);
    }

    private <T> List<T> entries(
            YamlNode node, String expected, Function<YamlNode.Fields, Optional<T>> reader, Function<T, Integer> line) {
        if (!(node instanceof YamlNode.Items list)) {
            problems.add(node.location(), node.shown(), "a list of " + expected);
            return List.of();
        }
        List<T> entries = new ArrayList<>();
        for (YamlNode item : list.items()) {
            int after = entries.isEmpty() ? 0 : line.apply(entries.get(entries.size() - 1));
            if (item instanceof YamlNode.Fields fields && misplaced(fields, after)) {
                continue;
            }
            Optional<T> entry = item instanceof YamlNode.Fields fields ? reader.apply(fields) : Optional.empty();
            entry.ifPresentOrElse(entries::add, () -> problems.add(item.location(), item.shown(), expected));
        }
        return entries;
    }

    private boolean misplaced(YamlNode.Fields fields, int after) {
        Optional<YamlNode.Scalar> from = fields.scalar("from");
        boolean misplaced = from.isPresent() && number(fields, "from").orElse(0) <= after;
        if (misplaced) {
            String expected = "a line after " + after + ", where the entry before begins";
            problems.add(from.get().location(), from.get().shown(), expected);
        }
        return misplaced;
    }

    private Optional<DocumentLayout.Section> section(YamlNode.Fields fields) {
        Set<String> known =
                fields.entries().containsKey("part") ? Set.of("from", "title", "part") : Set.of("from", "title");
        if (!fields.entries().keySet().equals(known)) {
            return Optional.empty();
        }
        @Nullable String part = fields.scalar("part").map(YamlNode.Scalar::text).orElse(null);
        return fields.scalar("title")
                .filter(LayoutReader::isText)
                .filter(title -> known.size() == 2 || (part != null && parts.contains(part)))
                .flatMap(title -> number(fields, "from")
                        .map(from ->
                                new DocumentLayout.Section(from, title.text().strip(), part)));
    }

    private static Optional<DocumentLayout.Page> page(YamlNode.Fields fields) {
        Set<String> keys = fields.entries().keySet();
        Optional<Integer> page = number(fields, "page");
        return keys.equals(Set.of("from")) || (keys.equals(Set.of("from", "page")) && page.isPresent())
                ? number(fields, "from").map(from -> new DocumentLayout.Page(from, page.orElse(null)))
                : Optional.empty();
    }

    private static Optional<Integer> number(YamlNode.Fields fields, String key) {
        return fields.scalar(key).filter(CitationReader::isLine).map(scalar -> Integer.valueOf(scalar.text()));
    }

    private static boolean isText(YamlNode.Scalar title) {
        return title.kind() == YamlNode.Kind.TEXT && !title.text().isBlank();
    }
}
