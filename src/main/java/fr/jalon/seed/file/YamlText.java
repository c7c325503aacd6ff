package fr.jalon.seed.file;

import java.io.StringReader;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.DumperOptions.ScalarStyle;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/** Writes values in one line of YAML, texts with quotes only where another text would be read without them. */
public final class YamlText {

    private static final List<String> BLOCK = List.of("key: %1$s\nlast: %1$s", "- %1$s\n- %1$s");
    private static final List<String> FLOW = List.of("{key: %1$s, last: %1$s}", "[%1$s, %1$s]");

    private final Yaml yaml = YamlReader.library();

    /** The same for a value that stands alone behind its key or hyphen, where words need fewer quotes. */
    String alone(Object value) {
        return value instanceof String words ? text(words, BLOCK) : flow(value);
    }

    /** A map, a list or a single value in one line. */
    public String flow(Object value) {
        if (value instanceof Map<?, ?> map) {
            return map.entrySet().stream()
                    .map(each -> each.getKey() + ": " + flow(each.getValue()))
                    .collect(Collectors.joining(", ", "{", "}"));
        } else if (value instanceof List<?> list) {
            return list.stream().map(this::flow).collect(Collectors.joining(", ", "[", "]"));
        } else if (value instanceof Double number) {
            return BigDecimal.valueOf(number).stripTrailingZeros().toPlainString();
        }
        return value instanceof String words ? text(words, FLOW) : String.valueOf(value);
    }

    /** Whether lines broken at its spaces are read as the very same text. */
    boolean isFoldable(String words) {
        return isPrintable(words)
                && words.indexOf(' ') > 0
                && !words.endsWith(" ")
                && !words.contains("  ")
                && words.chars().noneMatch(each -> each != ' ' && Character.isWhitespace(each));
    }

    private String text(String words, List<String> places) {
        boolean bare = isPrintable(words)
                && places.stream().map(place -> values(place.formatted(words))).allMatch(read -> areBoth(read, words));
        return bare ? words : quoted(words);
    }

    private static boolean areBoth(List<Node> read, String words) {
        return read.size() == 2 && read.stream().allMatch(each -> isPlain(each, words));
    }

    private static boolean isPlain(Node node, String words) {
        return node instanceof ScalarNode only
                && only.getScalarStyle() == ScalarStyle.PLAIN
                && only.getTag().equals(Tag.STR)
                && only.getAnchor() == null
                && only.getValue().equals(words);
    }

    /** What stands in the list or the record that the text is read as, nothing where it cannot be read. */
    private List<Node> values(String text) {
        try {
            return values(yaml.compose(new StringReader(text)));
        } catch (YAMLException e) {
            return List.of();
        }
    }

    private static List<Node> values(@Nullable Node node) {
        if (node instanceof SequenceNode list) {
            return list.getValue();
        }
        return node instanceof MappingNode map
                ? map.getValue().stream().map(NodeTuple::getValueNode).toList()
                : List.of();
    }

    private static String quoted(String words) {
        StringBuilder quoted = new StringBuilder("\"");
        words.chars().forEach(each -> {
            switch (each) {
                case '\\', '"' -> quoted.append('\\').append((char) each);
                case '\n' -> quoted.append("\\n");
                case '\t' -> quoted.append("\\t");
                default ->
                    quoted.append(
                            isPrintable(each)
                                    ? String.valueOf((char) each)
                                    : String.format(Locale.ROOT, "\\u%04X", each));
            }
        });
        return quoted.append('"').toString();
    }

    private static boolean isPrintable(String words) {
        return words.chars().allMatch(YamlText::isPrintable);
    }

    /** Neither what YAML refuses or breaks lines at, nor the mark for bytes that are no text. */
    private static boolean isPrintable(int unit) {
        boolean control = unit < ' ' || (unit >= 0x7F && unit <= 0x9F);
        return !control && unit != 0x2028 && unit != 0x2029 && unit != 0xFEFF && unit < 0xFFFD;
    }
}
