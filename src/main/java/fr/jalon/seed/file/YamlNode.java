package fr.jalon.seed.file;

import fr.jalon.seed.record.Location;
import fr.jalon.seed.record.Problems;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A value of a YAML file that remembers its line. */
sealed interface YamlNode {

    /** Where the value begins. */
    Location location();

    /** How a problem names the value. */
    String shown();

    /** What a scalar is by its looks; quoted ones are always text. */
    enum Kind {
        TEXT,
        NUMBER,
        BOOLEAN,
        NOTHING
    }

    /** One value. */
    record Scalar(Location location, String text, Kind kind) implements YamlNode {
        @Override
        public String shown() {
            if (kind == Kind.NOTHING) {
                return "nothing";
            }
            return kind == Kind.TEXT ? Problems.quoted(text) : Problems.shortened(text);
        }
    }

    /** A list. */
    record Items(Location location, List<YamlNode> items) implements YamlNode {
        @Override
        public String shown() {
            return "a list";
        }
    }

    /** A record, in the order of the file. */
    record Fields(Location location, Map<String, Entry> entries) implements YamlNode {
        @Override
        public String shown() {
            return "a record";
        }

        /** The value of a key where it is one value. */
        Optional<Scalar> scalar(String key) {
            Entry entry = entries.get(key);
            return entry != null && entry.value() instanceof Scalar scalar ? Optional.of(scalar) : Optional.empty();
        }
    }

    /** A key of a record and its value. */
    record Entry(Location location, YamlNode value) {}
}
