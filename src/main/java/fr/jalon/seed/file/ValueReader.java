package fr.jalon.seed.file;

import fr.jalon.schema.Dictionary;
import fr.jalon.schema.PropertyField;
import fr.jalon.seed.record.Literals;
import fr.jalon.seed.record.Problems;
import fr.jalon.text.Nearest;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads the value of a property as the contract's scalar or enumeration has it. */
final class ValueReader {

    private final Dictionary dictionary;
    private final Problems problems;

    ValueReader(Dictionary dictionary, Problems problems) {
        this.dictionary = dictionary;
        this.problems = problems;
    }

    /** The value, or nothing when it does not fit, which is then among the problems. */
    Optional<Object> read(PropertyField field, YamlNode node) {
        if (!field.list()) {
            return scalar(field, node);
        }
        if (!(node instanceof YamlNode.Items list)) {
            return wrong(node, "a list of values for `%s`".formatted(field.name()));
        }
        List<Object> values = new ArrayList<>();
        list.items().forEach(item -> scalar(field, item).ifPresent(values::add));
        return Optional.of(List.copyOf(values));
    }

    private Optional<Object> scalar(PropertyField field, YamlNode node) {
        if (!(node instanceof YamlNode.Scalar scalar)) {
            return wrong(node, "one value");
        }
        if (scalar.kind() == YamlNode.Kind.NOTHING) {
            return wrong(node, "a value, or no key `%s` at all".formatted(field.name()));
        }
        return switch (field.scalar()) {
            case "Int" -> integer(scalar);
            case "Float" -> number(scalar);
            case "Boolean" -> yesOrNo(scalar);
            case "Date" -> date(scalar);
            case "Url" -> url(scalar);
            default -> enumerated(field.scalar(), scalar);
        };
    }

    private Optional<Object> enumerated(String type, YamlNode.Scalar scalar) {
        Map<String, String> values = dictionary.values(type);
        if (values.isEmpty()) {
            return text(scalar);
        }
        return values.containsKey(scalar.text())
                ? Optional.of(scalar.text())
                : wrong(
                        scalar,
                        "one of %s%s"
                                .formatted(
                                        String.join(", ", values.keySet()),
                                        Nearest.question(scalar.text(), values.keySet())));
    }

    /** A bare number or yes may not be what was written: 2.10 is 2.1 for other readers of the file. */
    private Optional<Object> text(YamlNode.Scalar scalar) {
        if (scalar.kind() != YamlNode.Kind.TEXT) {
            return wrong(scalar, "a text, here in quotes: \"%s\"".formatted(scalar.text()));
        }
        return scalar.text().isBlank()
                ? wrong(scalar, "a text that is not blank")
                : Optional.of(scalar.text().strip());
    }

    private Optional<Object> integer(YamlNode.Scalar scalar) {
        Optional<Long> read = Literals.integer(scalar.text());
        return scalar.kind() == YamlNode.Kind.NUMBER && read.isPresent()
                ? Optional.of(read.get())
                : wrong(scalar, "an integer of at most nine digits");
    }

    private Optional<Object> number(YamlNode.Scalar scalar) {
        Optional<Double> read = Literals.number(scalar.text());
        return scalar.kind() == YamlNode.Kind.NUMBER && read.isPresent()
                ? Optional.of(read.get())
                : wrong(scalar, "a number of at most 15 digits, such as 58 or 0.5");
    }

    private Optional<Object> yesOrNo(YamlNode.Scalar scalar) {
        return switch (scalar.text()) {
            case "true" -> Optional.of(true);
            case "false" -> Optional.of(false);
            default -> wrong(scalar, "true or false");
        };
    }

    private Optional<Object> date(YamlNode.Scalar scalar) {
        Optional<LocalDate> day = Literals.day(scalar.text());
        return day.isPresent() ? Optional.of(day.get()) : wrong(scalar, "a date of the calendar, such as 2021-09-27");
    }

    private Optional<Object> url(YamlNode.Scalar scalar) {
        try {
            URI uri = new URI(scalar.text());
            boolean web = "https".equals(uri.getScheme()) || "http".equals(uri.getScheme());
            if (web && uri.getHost() != null) {
                return Optional.of(scalar.text());
            }
        } catch (URISyntaxException e) {
            return wrong(scalar, "a web address: " + e.getReason());
        }
        return wrong(scalar, "a web address that starts with https:// or http://");
    }

    private Optional<Object> wrong(YamlNode node, String expected) {
        problems.add(node.location(), node.shown(), expected);
        return Optional.empty();
    }
}
