package fr.jalon.seed.file;

import fr.jalon.schema.Contract;
import fr.jalon.schema.GraphType;
import fr.jalon.seed.record.Location;
import fr.jalon.seed.record.Problems;
import fr.jalon.seed.record.RecordKeys;
import fr.jalon.seed.record.SeedCitation;
import fr.jalon.seed.record.SeedDraft;
import fr.jalon.text.Nearest;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads whole files: the default document at their top, and the lists of records by the keys of the contract. */
public final class SeedFileReader {

    /** Key of the document of all places of a file that name none. */
    public static final String DEFAULT_DOCUMENT = "document";

    private static final Pattern ID = Pattern.compile("[a-z][A-Za-z]*+/[a-z0-9]++(?:-[a-z0-9]++)*+");

    private final Problems problems;
    private final RecordReader records;
    private final Map<String, GraphType> bySeedKey = new LinkedHashMap<>();

    /** Reads into a draft, and adds what is wrong to the problems. */
    public SeedFileReader(Contract contract, RecordKeys keys, SeedDraft draft, Problems problems) {
        this.problems = problems;
        this.records = new RecordReader(keys, contract.dictionary(), draft, problems);
        for (GraphType type : contract.types()) {
            if (type.seedKey() != null) {
                bySeedKey.put(type.seedKey(), type);
            }
        }
    }

    /** Whether a text can be the id of a record of its own. */
    public static boolean isId(String text) {
        return ID.matcher(text).matches();
    }

    /** Whether the file could be read at all. */
    public boolean read(SeedFile file) {
        Optional<YamlNode.Fields> fields = new YamlReader(file, problems).read();
        fields.ifPresent(this::read);
        return fields.isPresent();
    }

    private void read(YamlNode.Fields file) {
        SeedCitation.Document document = document(file);
        file.entries().forEach((key, entry) -> {
            GraphType type = bySeedKey.get(key);
            if (type != null) {
                list(type, entry.value(), document);
            } else if (!key.equals(DEFAULT_DOCUMENT)) {
                unknown(key, entry.location());
            }
        });
    }

    private void unknown(String key, Location location) {
        Set<String> known = new TreeSet<>(bySeedKey.keySet());
        known.add(DEFAULT_DOCUMENT);
        String expected = Nearest.of(key, known)
                .map(nearest -> "a type of record" + Nearest.question(nearest))
                .orElse("one of " + String.join(", ", known));
        problems.add(location, "the key \"%s\" at the top".formatted(key), expected);
    }

    private SeedCitation.@Nullable Document document(YamlNode.Fields file) {
        YamlNode.Entry entry = file.entries().get(DEFAULT_DOCUMENT);
        if (entry == null) {
            return null;
        }
        if (entry.value() instanceof YamlNode.Scalar id && isId(id.text())) {
            return new SeedCitation.Document(id.location(), id.text());
        }
        problems.add(
                entry.value().location(), entry.value().shown(), "the id of a document, such as document/spm-2021");
        return null;
    }

    private void list(GraphType type, YamlNode node, SeedCitation.@Nullable Document document) {
        if (!(node instanceof YamlNode.Items list)) {
            problems.add(node.location(), node.shown(), "a list of records of " + type.name());
            return;
        }
        for (YamlNode item : list.items()) {
            if (item instanceof YamlNode.Fields fields) {
                records.read(type, id(type, fields), fields, document);
            } else {
                problems.add(item.location(), item.shown(), "a record of " + type.name());
            }
        }
    }

    /** The id as written; where it is missing or wrong, that is a problem and the rest is still read. */
    private String id(GraphType type, YamlNode.Fields fields) {
        String example = type.idPrefix() + "/...";
        Optional<YamlNode.Scalar> written = fields.scalar(RecordKeys.ID);
        if (written.isEmpty()) {
            problems.add(
                    fields.location(),
                    Problems.withArticle(type.name()) + " without `id`",
                    "an id, such as " + example);
            return example + fields.location();
        }
        YamlNode.Scalar id = written.get();
        if (!isId(id.text())) {
            problems.add(
                    id.location(), id.shown(), "an id of small letters, digits and single hyphens, such as " + example);
        } else if (!id.text().startsWith(type.idPrefix() + "/")) {
            problems.add(
                    id.location(),
                    id.shown(),
                    "an id of %s, which starts with %s/".formatted(type.name(), type.idPrefix()));
        }
        return id.text();
    }
}
