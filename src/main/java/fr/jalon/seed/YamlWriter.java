package fr.jalon.seed;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/** Writes records in the form of the seed files: two spaces, short values on one line, quotes only where needed. */
final class YamlWriter {

    private static final int LONGEST_LINE = 130;

    private final Yaml yaml = new Yaml();
    private final StringBuilder text = new StringBuilder();

    /** A key at the top with its records, each a map of maps, lists and single values. */
    void list(String key, List<? extends Map<String, ?>> records) {
        text.append('\n').append(key).append(":\n");
        records.forEach(record -> block(record, "  "));
    }

    /** A line as it is, such as a comment. */
    void line(String line) {
        text.append(line).append('\n');
    }

    String text() {
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
        String indent = " ".repeat(lead.length());
        String flow = flow(key, value);
        boolean fits = lead.length() + key.length() + 2 + flow.length() <= LONGEST_LINE;
        if (value instanceof List<?> list && (!fits || isNested(list))) {
            line(lead + key + ":");
            list.forEach(item -> item(item, indent + "  "));
        } else if (!fits && value instanceof String words && words.matches("\\S+( \\S+)+")) {
            line(lead + key + ": >-");
            fold(words, indent + "  ");
        } else {
            line(lead + key + ": " + flow);
        }
    }

    private static boolean isNested(List<?> list) {
        return list.size() > 0 && list.get(0) instanceof Map && list.stream().allMatch(Map.class::isInstance);
    }

    private void item(Object item, String indent) {
        String flow = indent + "- " + flow(item);
        if (item instanceof Map<?, ?> record && flow.length() > LONGEST_LINE) {
            block(record, indent);
        } else {
            line(flow);
        }
    }

    private void fold(String words, String indent) {
        StringBuilder line = new StringBuilder(indent);
        for (String word : words.split(" ", -1)) {
            if (line.length() > indent.length() && line.length() + 1 + word.length() > LONGEST_LINE) {
                line(line.toString());
                line.setLength(indent.length());
            }
            line.append(line.length() > indent.length() ? " " : "").append(word);
        }
        line(line.toString());
    }

    /** A value on one line. */
    String flow(Object value) {
        return flow("", value);
    }

    private String flow(String key, Object value) {
        if (value instanceof Map<?, ?> map) {
            return map.entrySet().stream()
                    .map(each -> each.getKey() + ": " + flow(String.valueOf(each.getKey()), each.getValue()))
                    .collect(Collectors.joining(", ", "{", "}"));
        } else if (value instanceof List<?> list) {
            return key.equals(RecordKeys.AT) && list.size() == 1
                    ? flow(list.get(0))
                    : list.stream().map(this::flow).collect(Collectors.joining(", ", "[", "]"));
        } else if (value instanceof Double number && number == Math.rint(number)) {
            return String.valueOf(number.longValue());
        }
        return value instanceof String words && !isPlain(words) ? quoted(words) : String.valueOf(value);
    }

    /** Whether YAML reads the bare words as the very same text, inside a list too. */
    private boolean isPlain(String words) {
        try {
            return yaml.compose(new java.io.StringReader("[" + words + "]")) instanceof SequenceNode list
                    && list.getValue().size() == 1
                    && list.getValue().get(0) instanceof ScalarNode only
                    && only.getScalarStyle() == org.yaml.snakeyaml.DumperOptions.ScalarStyle.PLAIN
                    && only.getTag().equals(Tag.STR)
                    && only.getAnchor() == null
                    && only.getValue().equals(words);
        } catch (YAMLException e) {
            return false;
        }
    }

    private static String quoted(String words) {
        return '"'
                + words.replace("\\", "\\\\")
                        .replace("\"", "\\\"")
                        .replace("\n", "\\n")
                        .replace("\t", "\\t")
                + '"';
    }
}
