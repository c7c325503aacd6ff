package fr.jalon.schema;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The contract in French, as {@code contract/french.json} has it; what it does not name stays as the contract has it.
 *
 * @param types how nodes of a type are called, one and many
 * @param fields what people read before a value, by field or, where a type needs another word, by {@code Type.field}
 * @param descriptions by the English ones, each in one line
 */
public record French(Map<String, List<String>> types, Map<String, String> fields, Map<String, String> descriptions) {

    private static final Supplier<French> PACKAGED = Once.of(French::read);
    private static final Pattern TEXT = Pattern.compile("\"\"\"(.*?)\"\"\"|\"([^\"\\n]*)\"", Pattern.DOTALL);
    private static final Pattern SPACE = Pattern.compile("\\s+");

    /** The words that come with the program. */
    public static French words() {
        return PACKAGED.get();
    }

    private static French read() {
        try (InputStream file = French.class.getResourceAsStream("/contract/french.json")) {
            return new ObjectMapper().readValue(Objects.requireNonNull(file), French.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A node of a type, as people call it. */
    public String one(String type) {
        return types.getOrDefault(type, List.of(type, type)).get(0);
    }

    /** Nodes of a type. */
    public String many(String type) {
        return types.getOrDefault(type, List.of(type, type)).get(1);
    }

    /** What people read before the value of a field. */
    public String field(String type, String field) {
        return fields.getOrDefault(type + "." + field, fields.getOrDefault(field, field));
    }

    /** A description by the English one; that one where there is no other. */
    public String description(String english) {
        return descriptions.getOrDefault(english, english);
    }

    /** The text of a contract with its descriptions in French. */
    String translated(String contract) {
        return TEXT.matcher(contract)
                .replaceAll(found -> Matcher.quoteReplacement(translated(found.group(), text(found))));
    }

    private String translated(String whole, String text) {
        String french = descriptions.get(text);
        return french == null ? whole : "\"\"\"" + french + "\"\"\"";
    }

    private static String text(MatchResult found) {
        String text = found.group(1) == null ? found.group(2) : found.group(1);
        return SPACE.matcher(text.strip()).replaceAll(" ");
    }
}
