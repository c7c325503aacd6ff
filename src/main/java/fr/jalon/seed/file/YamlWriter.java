package fr.jalon.seed.file;

import fr.jalon.seed.record.RecordKeys;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Writes records in the form of the seed files: two spaces, short values on one line, long texts folded, a single citation
 * without the brackets of a list.
 */
public final class YamlWriter {

    private static final int LONGEST_LINE = 130;

    private final YamlText values = new YamlText();
    private final StringBuilder text = new StringBuilder();

    /** A key at the top with its records, each a map of maps, lists and single values. */
    public void list(String key, List<? extends Map<String, ?>> records) {
        text.append('\n').append(key).append(":\n");
        records.forEach(record -> block(record, "  "));
    }

    /** A line as it is, such as a comment. */
    public void line(String line) {
        text.append(line).append('\n');
    }

    /** All that was written. */
    public String text() {
        return text.toString();
    }

    /** A record as an item of a list that stands at an indent. */
    void block(Map<?, ?> record, String indent) {
        String lead = indent + "- ";
        for (Map.Entry<?, ?> each : record.entrySet()) {
            entry(lead, String.valueOf(each.getKey()), each.getValue());
            lead = indent + "  ";
        }
    }

    /** A key and its value; what leads to the key is an indent, or that of an item. */
    void entry(String lead, String key, Object value) {
        entry(lead + key + ":", shortened(key, value), " ".repeat(lead.length()));
    }

    /** The value of a key, with lists of one citation in it written as people write them. */
    private static Object shortened(String key, Object value) {
        if (value instanceof List<?> list) {
            return key.equals(RecordKeys.AT) && list.size() == 1
                    ? shortened("", list.get(0))
                    : list.stream().map(each -> shortened("", each)).toList();
        } else if (value instanceof Map<?, ?> map) {
            Map<String, Object> record = new LinkedHashMap<>();
            map.forEach((name, each) ->
                    record.put(String.valueOf(name), shortened(String.valueOf(name), Objects.requireNonNull(each))));
            return record;
        }
        return value;
    }

    private void entry(String lead, Object value, String indent) {
        String whole = lead + " " + values.alone(value);
        boolean fits = whole.length() <= LONGEST_LINE;
        if (value instanceof List<?> list && !list.isEmpty() && (!fits || list.get(0) instanceof Map)) {
            line(lead);
            list.forEach(item -> item(item, indent + "  "));
        } else if (!fits && value instanceof Map<?, ?> map) {
            line(lead);
            map.forEach((key, each) -> entry(indent + "  ", String.valueOf(key), each));
        } else if (!fits && value instanceof String words && values.isFoldable(words)) {
            line(lead + " >-");
            fold(words, indent + "  ");
        } else {
            line(whole);
        }
    }

    private void item(Object item, String indent) {
        boolean fits = (indent + "- " + values.flow(item)).length() <= LONGEST_LINE;
        if (!fits && item instanceof Map<?, ?> map) {
            block(map, indent);
        } else {
            entry(indent + "-", item, indent);
        }
    }

    private void fold(String words, String indent) {
        StringBuilder line = new StringBuilder(indent);
        for (String word : words.split(" ", -1)) {
            boolean first = line.length() == indent.length();
            if (!first && line.length() + 1 + word.length() > LONGEST_LINE) {
                line(line.toString());
                line.setLength(indent.length());
                first = true;
            }
            line.append(first ? "" : " ").append(word);
        }
        line(line.toString());
    }
}
