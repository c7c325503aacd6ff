package fr.jalon.seed.file;

import fr.jalon.seed.record.Problems;
import fr.jalon.seed.record.Spot;
import java.io.StringReader;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/** Reads the text of one seed file into nodes that know their lines. */
final class YamlReader {

    private static final String PLAIN_YAML = "plain YAML in UTF-8";

    private final SeedFile file;
    private final Problems problems;

    YamlReader(SeedFile file, Problems problems) {
        this.file = file;
        this.problems = problems;
    }

    /** The record that the file is; nothing when it cannot be read, which is then among the problems. */
    Optional<YamlNode.Fields> read() {
        int undecoded = file.text().indexOf('\uFFFD');
        if (undecoded >= 0) {
            long before = file.text()
                    .chars()
                    .limit(undecoded)
                    .filter(each -> each == '\n')
                    .count();
            problems.add(new Spot(file.path(), (int) before + 1), "bytes that are not UTF-8", PLAIN_YAML);
        }
        try {
            LoaderOptions options = new LoaderOptions();
            options.setCodePointLimit(Integer.MAX_VALUE);
            return top(new Yaml(options).compose(new StringReader(file.text())));
        } catch (MarkedYAMLException e) {
            problems.add(spot(e.getProblemMark()), "YAML that cannot be read: " + e.getProblem(), PLAIN_YAML);
        } catch (YAMLException e) {
            problems.add(spot(null), "YAML that cannot be read: " + e.getMessage(), PLAIN_YAML);
        }
        return Optional.empty();
    }

    private Optional<YamlNode.Fields> top(@Nullable Node root) {
        if (root != null && converted(root) instanceof YamlNode.Fields fields) {
            return Optional.of(fields);
        }
        problems.add(spot(null), "no record", "keys such as `actions:` with lists of records below");
        return Optional.empty();
    }

    private YamlNode converted(Node node) {
        Spot spot = spot(node.getStartMark());
        if (node.getAnchor() != null) {
            // An anchor may hold itself, and a reader of the file should not have to look elsewhere.
            problems.add(spot, "the anchor &" + node.getAnchor(), "the value itself, written out");
            return new YamlNode.Scalar(spot, "", YamlNode.Kind.NOTHING);
        }
        if (node instanceof MappingNode mapping) {
            return new YamlNode.Fields(spot, entries(mapping));
        }
        if (node instanceof SequenceNode sequence) {
            return new YamlNode.Items(
                    spot, sequence.getValue().stream().map(this::converted).toList());
        }
        return new YamlNode.Scalar(spot, ((ScalarNode) node).getValue(), kind(node.getTag()));
    }

    private Map<String, YamlNode.Entry> entries(MappingNode mapping) {
        Map<String, YamlNode.Entry> entries = new LinkedHashMap<>();
        for (NodeTuple tuple : mapping.getValue()) {
            Spot spot = spot(tuple.getKeyNode().getStartMark());
            if (!(tuple.getKeyNode() instanceof ScalarNode key)) {
                problems.add(spot, "a key that is a list or a record", "a word as key");
            } else if (entries.containsKey(key.getValue())) {
                problems.add(spot, "the key \"%s\" a second time".formatted(key.getValue()), "each key once");
            } else {
                entries.put(key.getValue(), new YamlNode.Entry(spot, converted(tuple.getValueNode())));
            }
        }
        return entries;
    }

    private static YamlNode.Kind kind(Tag tag) {
        if (tag.equals(Tag.NULL)) {
            return YamlNode.Kind.NOTHING;
        }
        if (tag.equals(Tag.INT) || tag.equals(Tag.FLOAT)) {
            return YamlNode.Kind.NUMBER;
        }
        return tag.equals(Tag.BOOL) ? YamlNode.Kind.BOOLEAN : YamlNode.Kind.TEXT;
    }

    private Spot spot(@Nullable Mark mark) {
        return new Spot(file.path(), mark == null ? 1 : mark.getLine() + 1);
    }
}
