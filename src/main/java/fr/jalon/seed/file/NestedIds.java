package fr.jalon.seed.file;

import fr.jalon.schema.Checksum;
import fr.jalon.schema.Folding;
import fr.jalon.schema.GraphType;
import fr.jalon.seed.record.RecordKeys;
import java.text.Normalizer;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Makes the public ids of records that live inside another: readable, and of each record's own fields alone, so that no
 * sibling, whenever it is written, changes the id of another.
 */
public final class NestedIds {

    private static final int LONGEST_SLUG = 48;
    private static final int CHECK_DIGITS = 6;
    private static final Pattern NOT_SLUG = Pattern.compile("[^a-z0-9]+");
    private static final Pattern CAPITAL = Pattern.compile("(?<=.)([A-Z])");

    private static final Pattern ID = Pattern.compile("[a-zA-Z]++/[a-z0-9-]++");

    private NestedIds() {}

    /** For each sibling the owner's id, the kind of record, and the fields that tell it from the others. */
    static List<String> of(String owner, GraphType type, List<YamlNode.Fields> siblings) {
        List<String> key = Objects.requireNonNull(type.key());
        String kind =
                owner + "/" + CAPITAL.matcher(type.name()).replaceAll("-$1").toLowerCase(Locale.ROOT);
        if (key.isEmpty()) {
            return Collections.nCopies(siblings.size(), kind);
        }
        return siblings.stream()
                .map(each -> kind + "/" + slug(joined(each, key), isDistinct(each)))
                .toList();
    }

    /** Whether a record inside another has an id with check digits that its key fields alone do not call for. */
    public static boolean isDistinct(GraphType type, String id, Map<String, Object> record) {
        if (type.key() == null || type.key().isEmpty()) {
            return false;
        }
        String joined = type.key().stream()
                .map(field -> bare(String.valueOf(record.getOrDefault(field, ""))))
                .collect(Collectors.joining(" "));
        String end = id.substring(id.lastIndexOf('/') + 1);
        return !end.equals(slug(joined, false)) && end.equals(slug(joined, true));
    }

    /** "fait" and "faït" are two readings; only a mark that folding takes away tells them apart. */
    private static boolean isDistinct(YamlNode.Fields fields) {
        return fields.scalar(RecordKeys.DISTINCT)
                .filter(scalar -> scalar.text().equals("true"))
                .isPresent();
    }

    private static String joined(YamlNode.Fields fields, List<String> key) {
        return key.stream().map(field -> text(fields, field)).collect(Collectors.joining(" "));
    }

    private static String text(YamlNode.Fields fields, String field) {
        return bare(fields.scalar(field).map(YamlNode.Scalar::text).orElse(""));
    }

    private static String bare(String text) {
        String composed = Normalizer.normalize(text.strip(), Normalizer.Form.NFC);
        return ID.matcher(composed).matches() ? composed.substring(composed.indexOf('/') + 1) : composed;
    }

    /** Words and digits only; check digits of the whole text where something had to be left out. */
    private static String slug(String text, boolean checked) {
        String whole = trimmed(NOT_SLUG.matcher(Folding.fold(text)).replaceAll("-"));
        if (!checked && !whole.isEmpty() && whole.length() <= LONGEST_SLUG) {
            return whole;
        }
        String check = Checksum.of(text).substring(0, CHECK_DIGITS);
        String start = shortened(whole);
        return start.isEmpty() ? check : start + "-" + check;
    }

    private static String shortened(String slug) {
        int longest = LONGEST_SLUG - CHECK_DIGITS - 1;
        if (slug.length() <= longest) {
            return slug;
        }
        int border = slug.lastIndexOf('-', longest);
        return slug.substring(0, border > 0 ? border : longest);
    }

    private static String trimmed(String slug) {
        int start = slug.startsWith("-") ? 1 : 0;
        int end = slug.endsWith("-") ? slug.length() - 1 : slug.length();
        return start < end ? slug.substring(start, end) : "";
    }
}
