package fr.jalon.seed;

import fr.jalon.schema.Checksum;
import fr.jalon.schema.Folding;
import fr.jalon.schema.GraphType;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Makes the public id of a record that lives inside another: readable, and the same whatever stands beside it. */
final class NestedId {

    private static final int LONGEST_SLUG = 48;
    private static final int CHECK_DIGITS = 6;
    private static final Pattern NOT_SLUG = Pattern.compile("[^a-z0-9]+");
    private static final Pattern CAPITAL = Pattern.compile("(?<=.)([A-Z])");

    private NestedId() {}

    /** The owner's id, the kind of record, and the fields that tell it from its siblings. */
    static String of(String owner, GraphType type, YamlNode.Fields fields) {
        String kind = CAPITAL.matcher(type.name()).replaceAll("-$1").toLowerCase(Locale.ROOT);
        List<String> key = Objects.requireNonNull(type.key());
        if (key.isEmpty()) {
            return owner + "/" + kind;
        }
        String told = key.stream().map(field -> text(fields, field)).collect(Collectors.joining(" "));
        return owner + "/" + kind + "/" + slug(told);
    }

    private static String text(YamlNode.Fields fields, String field) {
        YamlNode.Entry entry = fields.entries().get(field);
        if (entry == null || !(entry.value() instanceof YamlNode.Scalar scalar)) {
            return "";
        }
        boolean isId = scalar.text().matches("[a-zA-Z]+/[a-z0-9-]+");
        return isId ? scalar.text().substring(scalar.text().indexOf('/') + 1) : scalar.text();
    }

    /** Words and digits only; what had to be left out of a long text is told apart by check digits. */
    private static String slug(String text) {
        String whole = trimmed(NOT_SLUG.matcher(Folding.fold(text)).replaceAll("-"));
        if (!whole.isEmpty() && whole.length() <= LONGEST_SLUG) {
            return whole;
        }
        String check = Checksum.of(text).substring(0, CHECK_DIGITS);
        if (whole.isEmpty()) {
            return check;
        }
        int border = whole.lastIndexOf('-', LONGEST_SLUG - CHECK_DIGITS - 1);
        int end = border > 0 ? border : LONGEST_SLUG - CHECK_DIGITS - 1;
        return trimmed(whole.substring(0, end)) + "-" + check;
    }

    private static String trimmed(String slug) {
        return slug.replaceAll("^-+|-+$", "");
    }
}
