package fr.jalon.seed.file;

import fr.jalon.schema.Route;
import fr.jalon.seed.record.Problems;
import fr.jalon.seed.record.SeedCitation;
import fr.jalon.seed.record.SeedDraft;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads where a document states something: under `at` 124, "209-213", a list of those, or {document, lines}. */
final class CitationReader {

    private static final Pattern LINES = Pattern.compile("(\\d{1,6})(?:-(\\d{1,6}))?");
    private static final String EXPECTED = "a line or a range, such as 124 or 209-213";

    private final SeedDraft draft;
    private final Problems problems;

    CitationReader(SeedDraft draft, Problems problems) {
        this.draft = draft;
        this.problems = problems;
    }

    /** Adds the citations of a record to the draft; the document is the file's unless a citation names another. */
    void read(YamlNode node, String owner, Route.Step step, SeedCitation.@Nullable Document document) {
        if (node instanceof YamlNode.Items list) {
            list.items().forEach(item -> read(item, owner, step, document));
            notEmpty(list);
        } else if (node instanceof YamlNode.Fields fields) {
            elsewhere(fields).ifPresent(lines -> read(lines, owner, step, named(fields)));
        } else if (node instanceof YamlNode.Scalar scalar) {
            cited(scalar, owner, step, document);
        }
    }

    private void cited(
            YamlNode.Scalar scalar, String owner, Route.Step step, SeedCitation.@Nullable Document document) {
        Matcher lines = LINES.matcher(scalar.text());
        if (!lines.matches() || isOctal(scalar)) {
            problems.add(scalar.location(), scalar.shown(), EXPECTED);
            return;
        }
        int first = Integer.parseInt(lines.group(1));
        int last = lines.group(2) == null ? first : Integer.parseInt(lines.group(2));
        if (first < 1 || last < first) {
            problems.add(scalar.location(), scalar.shown(), "lines from 1, the first before the last");
        } else if (document == null) {
            problems.add(
                    scalar.location(),
                    "lines of no document",
                    "`document:` at the top of the file, or at: {document, lines}");
        } else {
            draft.add(new SeedCitation(owner, step, document, first, last));
        }
    }

    /** Whether a value is the number of one line. */
    static boolean isLine(YamlNode.Scalar scalar) {
        Matcher lines = LINES.matcher(scalar.text());
        return lines.matches() && lines.group(2) == null && !isOctal(scalar);
    }

    /** A bare 010 is 10 for some readers of YAML and 8 for others. */
    private static boolean isOctal(YamlNode.Scalar scalar) {
        return scalar.kind() == YamlNode.Kind.NUMBER
                && scalar.text().length() > 1
                && scalar.text().startsWith("0");
    }

    private Optional<YamlNode> elsewhere(YamlNode.Fields fields) {
        Consumer<String> missing = key -> problems.add(
                fields.location(), "a place without `%s`".formatted(key), "{document: document/..., lines: 209-213}");
        fields.entries().forEach((key, entry) -> {
            if (!key.equals("document") && !key.equals("lines")) {
                problems.add(entry.location(), "the key \"%s\" in a place".formatted(key), "document and lines");
            }
        });
        YamlNode.Entry lines = fields.entries().get("lines");
        if (named(fields) == null) {
            missing.accept("document");
        }
        if (lines == null) {
            missing.accept("lines");
        }
        return named(fields) == null || lines == null ? Optional.empty() : Optional.of(lines.value());
    }

    private static SeedCitation.@Nullable Document named(YamlNode.Fields fields) {
        return fields.scalar("document")
                .map(id -> new SeedCitation.Document(id.location(), id.text()))
                .orElse(null);
    }

    private void notEmpty(YamlNode.Items list) {
        if (list.items().isEmpty()) {
            problems.add(list.location(), "an empty list", EXPECTED);
        }
    }
}
