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

    private void block(Map<String, ?> record, String indent) {
        String lead = indent + "- ";
        for (Map.Entry<String, ?> each : record.entrySet()) {
            entry(lead + each.getKey() + ":", each.getValue(), indent + "  ");
            lead = indent + "  ";
        }
    }

    private void entry(String lead, Object value, String indent) {
        String flow = flow(value);
        boolean nested = value instanceof List<?> items && !items.isEmpty() && items.get(0) instanceof Map;
        boolean fits = !nested && lead.length() + 1 + flow.length() <= LONGEST_LINE;
        if (!fits && value instanceof List<?> list) {
            line(lead);
            list.forEach(item -> line(indent + "  - " + flow(item)));
        } else {
            line(lead + " " + flow);
        }
    }

    private String flow(Object value) {
        if (value instanceof Map<?, ?> map) {
            return map.entrySet().stream()
                    .map(each -> each.getKey() + ": " + flow(each.getValue()))
                    .collect(Collectors.joining(", ", "{", "}"));
        } else if (value instanceof List<?> list) {
            return list.stream().map(this::flow).collect(Collectors.joining(", ", "[", "]"));
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
