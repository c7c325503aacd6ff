package fr.jalon.seed;

import java.io.StringReader;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.yaml.snakeyaml.DumperOptions.ScalarStyle;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/** Writes values in one line of YAML, texts with quotes only where another text would be read without them. */
final class YamlText {

    private static final Pattern SINGLE_SPACED = Pattern.compile("\\S+( \\S+)+");

    private final Yaml yaml = new Yaml();

    /** The same for a value that stands alone behind its key, where words need fewer quotes. */
    String alone(Object value) {
        return value instanceof String words && isPlain(words, root(words)) ? words : flow(value);
    }

    /** A map, a list or a single value in one line. */
    String flow(Object value) {
        if (value instanceof Map<?, ?> map) {
            return map.entrySet().stream()
                    .map(each -> each.getKey() + ": " + flow(each.getValue()))
                    .collect(Collectors.joining(", ", "{", "}"));
        } else if (value instanceof List<?> list) {
            return list.stream().map(this::flow).collect(Collectors.joining(", ", "[", "]"));
        } else if (value instanceof Double number) {
            return BigDecimal.valueOf(number).stripTrailingZeros().toPlainString();
        }
        return value instanceof String words && !isPlain(words, item(words)) ? quoted(words) : String.valueOf(value);
    }

    /** Whether lines broken at its spaces are read as the very same text. */
    boolean isFoldable(String words) {
        return isPrintable(words) && SINGLE_SPACED.matcher(words).matches();
    }

    /** Whether YAML made of the bare words the very same text. */
    private static boolean isPlain(String words, Optional<Node> read) {
        return isPrintable(words)
                && read.isPresent()
                && read.get() instanceof ScalarNode only
                && only.getScalarStyle() == ScalarStyle.PLAIN
                && only.getTag().equals(Tag.STR)
                && only.getAnchor() == null
                && only.getValue().equals(words);
    }

    private Optional<Node> item(String words) {
        return root("[" + words + ", next]")
                .filter(node ->
                        node instanceof SequenceNode list && list.getValue().size() == 2)
                .map(list -> ((SequenceNode) list).getValue().get(0));
    }

    private Optional<Node> root(String text) {
        try {
            return Optional.ofNullable(yaml.compose(new StringReader(text)));
        } catch (YAMLException e) {
            return Optional.empty();
        }
    }

    private static String quoted(String words) {
        StringBuilder quoted = new StringBuilder("\"");
        words.chars().forEach(each -> {
            switch (each) {
                case '\\', '"' -> quoted.append('\\').append((char) each);
                case '\n' -> quoted.append("\\n");
                case '\t' -> quoted.append("\\t");
                default -> quoted.append(isPrintable(each) ? String.valueOf((char) each) : "\\u%04X".formatted(each));
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
