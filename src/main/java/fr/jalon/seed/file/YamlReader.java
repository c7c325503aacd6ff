package fr.jalon.seed.file;

import fr.jalon.seed.record.Location;
import fr.jalon.seed.record.Problems;
import fr.jalon.seed.record.StorableText;
import java.io.StringReader;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.events.CollectionEndEvent;
import org.yaml.snakeyaml.events.CollectionStartEvent;
import org.yaml.snakeyaml.events.Event;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;
import org.yaml.snakeyaml.reader.StreamReader;

/** Reads the text of one seed file into nodes that know their lines. */
final class YamlReader {

    private static final String PLAIN_YAML = "plain YAML in UTF-8";
    private static final int DEEPEST = 50;
    private static final int LONGEST = 16 << 20;
    private static final Set<Tag> TAGS = Set.of(
            Tag.STR, Tag.INT, Tag.FLOAT, Tag.BOOL, Tag.NULL, Tag.TIMESTAMP, Tag.SEQ, Tag.MAP, Tag.MERGE, Tag.YAML);

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
            problems.add(location(undecoded), "bytes that are not UTF-8", PLAIN_YAML);
        }
        if (!isReadable()) {
            return Optional.empty();
        }
        try {
            return top(library().compose(new StringReader(file.text())));
        } catch (MarkedYAMLException e) {
            problems.add(location(e.getProblemMark()), "YAML that cannot be read: " + e.getProblem(), PLAIN_YAML);
        } catch (YAMLException e) {
            // The composer counts how deep nodes are, and does not say where they are too deep.
            problems.add(
                    location(tooDeep()),
                    "lists and records more than %s deep".formatted(DEEPEST),
                    "records as the contract has them");
        }
        return Optional.empty();
    }

    /** The parser, which may read whatever this class does not refuse by itself. */
    static Yaml library() {
        LoaderOptions options = new LoaderOptions();
        options.setCodePointLimit(Integer.MAX_VALUE);
        options.setMaxAliasesForCollections(Integer.MAX_VALUE);
        options.setNestingDepthLimit(DEEPEST);
        return new Yaml(options);
    }

    private boolean isReadable() {
        if (file.text().length() > LONGEST) {
            problems.add(location(null), "a file of more than %s characters".formatted(LONGEST), "several files");
            return false;
        }
        OptionalInt odd = unprintable();
        odd.ifPresent(place -> problems.add(
                location(place),
                StorableText.fault(file.text().substring(place, file.text().offsetByCodePoints(place, 1)))
                        .orElse("a character that YAML does not have"),
                PLAIN_YAML));
        return odd.isEmpty();
    }

    private @Nullable Mark tooDeep() {
        int depth = 0;
        for (Event each : library().parse(new StringReader(file.text()))) {
            depth += each instanceof CollectionStartEvent ? 1 : each instanceof CollectionEndEvent ? -1 : 0;
            if (depth > DEEPEST) {
                return each.getStartMark();
            }
        }
        return null;
    }

    private OptionalInt unprintable() {
        String text = file.text();
        for (int at = 0; at < text.length(); at = text.offsetByCodePoints(at, 1)) {
            if (!StreamReader.isPrintable(text.codePointAt(at))) {
                return OptionalInt.of(at);
            }
        }
        return OptionalInt.empty();
    }

    private Optional<YamlNode.Fields> top(@Nullable Node root) {
        if (root != null && converted(root) instanceof YamlNode.Fields fields) {
            return Optional.of(fields);
        }
        problems.add(location(null), "no record", "keys such as `actions:` with lists of records below");
        return Optional.empty();
    }

    private YamlNode converted(Node node) {
        Location location = location(node.getStartMark());
        if (!TAGS.contains(node.getTag())) {
            problems.add(location, "the tag " + node.getTag().getValue(), "the value alone");
        }
        if (node.getAnchor() != null) {
            // An anchor may hold itself, and a reader of the file should not have to look elsewhere.
            problems.add(location, "the anchor &" + node.getAnchor(), "the value itself, written out");
            return new YamlNode.Scalar(location, "", YamlNode.Kind.NOTHING);
        }
        if (node instanceof MappingNode mapping) {
            return new YamlNode.Fields(location, entries(mapping));
        }
        if (node instanceof SequenceNode sequence) {
            return new YamlNode.Items(
                    location, sequence.getValue().stream().map(this::converted).toList());
        }
        String text = ((ScalarNode) node).getValue();
        requireStorable(location, text);
        return new YamlNode.Scalar(location, text, kind(node.getTag()));
    }

    private void requireStorable(Location location, String text) {
        StorableText.fault(text).ifPresent(fault -> problems.add(location, fault, StorableText.EXPECTED));
    }

    private Map<String, YamlNode.Entry> entries(MappingNode mapping) {
        Map<String, YamlNode.Entry> entries = new LinkedHashMap<>();
        for (NodeTuple tuple : mapping.getValue()) {
            Location location = location(tuple.getKeyNode().getStartMark());
            if (!(tuple.getKeyNode() instanceof ScalarNode key)) {
                problems.add(location, "a key that is a list or a record", "a word as key");
                continue;
            }
            requireStorable(location, key.getValue());
            if (key.getAnchor() != null) {
                problems.add(location, "the anchor &" + key.getAnchor(), "the key alone");
            }
            if (entries.containsKey(key.getValue())) {
                problems.add(location, "the key \"%s\" a second time".formatted(key.getValue()), "each key once");
            } else {
                entries.put(key.getValue(), new YamlNode.Entry(location, converted(tuple.getValueNode())));
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

    private Location location(@Nullable Mark mark) {
        return new Location(file.path(), mark == null ? 1 : mark.getLine() + 1);
    }

    private Location location(int place) {
        return new Location(file.path(), YamlLine.line(file.text(), place));
    }
}
