package fr.jalon.seed.file;

import fr.jalon.schema.Checksum;
import fr.jalon.schema.Folding;
import fr.jalon.schema.GraphType;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Makes the public ids of records that live inside another: readable, and the same in whatever order they stand. */
final class NestedIds {

    private static final int LONGEST_SLUG = 48;
    private static final int CHECK_DIGITS = 6;
    private static final Pattern NOT_SLUG = Pattern.compile("[^a-z0-9]+");
    private static final Pattern CAPITAL = Pattern.compile("(?<=.)([A-Z])");

    private NestedIds() {}

    /** For each sibling the owner's id, the kind of record, and the fields that tell it from the others. */
    static List<String> of(String owner, GraphType type, List<YamlNode.Fields> siblings) {
        List<String> key = Objects.requireNonNull(type.key());
        String kind =
                owner + "/" + CAPITAL.matcher(type.name()).replaceAll("-$1").toLowerCase(Locale.ROOT);
        if (key.isEmpty()) {
            return Collections.nCopies(siblings.size(), kind);
        }
        List<String> told = siblings.stream().map(each -> told(each, key)).toList();
        List<String> slugs = told.stream().map(text -> slug(text, false)).toList();
        List<String> ids = new ArrayList<>();
        for (int i = 0; i < slugs.size(); i++) {
            // "fait" and "faït" are two readings; only a mark that folding takes away tells them apart.
            boolean shared = Collections.frequency(slugs, slugs.get(i)) > 1;
            ids.add(kind + "/" + slug(told.get(i), shared));
        }
        return ids;
    }

    private static String told(YamlNode.Fields fields, List<String> key) {
        return key.stream().map(field -> text(fields, field)).collect(Collectors.joining(" "));
    }

    private static String text(YamlNode.Fields fields, String field) {
        String text = fields.scalar(field)
                .map(YamlNode.Scalar::text)
                .map(String::strip)
                .orElse("");
        return text.matches("[a-zA-Z]+/[a-z0-9-]+") ? text.substring(text.indexOf('/') + 1) : text;
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
        return slug.replaceAll("^-+|-+$", "");
    }
}
