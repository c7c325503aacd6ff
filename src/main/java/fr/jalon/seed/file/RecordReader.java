package fr.jalon.seed.file;

import fr.jalon.period.Period;
import fr.jalon.period.PeriodFormatException;
import fr.jalon.schema.Dictionary;
import fr.jalon.schema.GraphType;
import fr.jalon.schema.PropertyField;
import fr.jalon.schema.RelationshipField;
import fr.jalon.seed.record.DocumentLayout;
import fr.jalon.seed.record.Location;
import fr.jalon.seed.record.Problems;
import fr.jalon.seed.record.RecordKeys;
import fr.jalon.seed.record.SeedCitation;
import fr.jalon.seed.record.SeedDraft;
import fr.jalon.seed.record.SeedKey;
import fr.jalon.seed.record.SeedLink;
import fr.jalon.seed.record.SeedRecord;
import fr.jalon.text.Nearest;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Reads records of any type, and what lives inside them, into the draft; the contract alone says how. */
final class RecordReader {

    private final RecordKeys keys;
    private final SeedDraft draft;
    private final Problems problems;
    private final ValueReader values;
    private final CitationReader citations;
    private final LayoutReader layouts;

    RecordReader(RecordKeys keys, Dictionary dictionary, SeedDraft draft, Problems problems) {
        this.keys = keys;
        this.draft = draft;
        this.problems = problems;
        this.values = new ValueReader(dictionary, problems);
        this.citations = new CitationReader(draft, problems);
        this.layouts = new LayoutReader(dictionary, problems);
    }

    /** Reads a record; citations that name no document are in the one given. */
    void read(GraphType type, String id, YamlNode.Fields fields, SeedCitation.@Nullable Document document) {
        Map<String, SeedKey> known = keys.of(type);
        Map<String, Object> properties = new LinkedHashMap<>();
        Map<String, Location> locations = new LinkedHashMap<>();
        List<DocumentLayout.Section> sections = new ArrayList<>();
        List<DocumentLayout.Page> pages = new ArrayList<>();
        fields.entries().forEach((name, entry) -> {
            locations.put(name, entry.location());
            SeedKey key = known.get(name);
            if (key == null) {
                unknown(type, name, entry.location());
            } else if (key instanceof SeedKey.Value value) {
                values.read(value.field(), entry.value()).ifPresent(read -> properties.put(name, read));
            } else if (key instanceof SeedKey.Distinct) {
                requireYesOrNo(entry.value());
            } else if (key instanceof SeedKey.Sections) {
                sections.addAll(layouts.sections(entry.value()));
            } else if (key instanceof SeedKey.Pages) {
                pages.addAll(layouts.pages(entry.value()));
            } else {
                related(key, id, entry.value(), document);
            }
        });
        requireWhatIsPromised(type, fields);
        draft.add(new SeedRecord(
                type, id, fields.location(), locations, properties, new DocumentLayout(sections, pages)));
    }

    private void requireYesOrNo(YamlNode value) {
        if (!(value instanceof YamlNode.Scalar scalar)
                || !List.of("true", "false").contains(scalar.text())) {
            problems.add(value.location(), value.shown(), "true or false");
        }
    }

    private void related(SeedKey key, String id, YamlNode value, SeedCitation.@Nullable Document document) {
        if (key instanceof SeedKey.Citations at) {
            citations.read(value, id, at.step(), document);
        } else if (key instanceof SeedKey.PeriodText period) {
            each(period.field(), value, item -> period(period, id, item));
        } else if (key instanceof SeedKey.Link link) {
            each(link.field(), value, item -> link(link, id, item));
        } else if (key instanceof SeedKey.Nested nested) {
            nested(nested, id, value, document);
        }
    }

    private void each(RelationshipField field, YamlNode value, Consumer<YamlNode> reader) {
        if (!(value instanceof YamlNode.Items list)) {
            reader.accept(value);
        } else if (field.shape() == RelationshipField.Shape.ONE) {
            problems.add(value.location(), "a list", "one value for `%s`".formatted(field.name()));
        } else {
            list.items().forEach(reader);
        }
    }

    private void period(SeedKey.PeriodText key, String owner, YamlNode value) {
        if (!(value instanceof YamlNode.Scalar scalar)) {
            problems.add(value.location(), value.shown(), "a period, such as S1 2022");
            return;
        }
        try {
            Period period = Period.parse(scalar.text());
            draft.add(period);
            draft.add(new SeedLink(value.location(), owner, key.step(), RecordKeys.PERIOD, period.id()));
        } catch (PeriodFormatException e) {
            problems.add(
                    value.location(),
                    value.shown(),
                    "a period, such as S1 2022, T3 2021, mai 2022, fin 2022 or en continu");
        }
    }

    private void link(SeedKey.Link key, String owner, YamlNode value) {
        if (!(value instanceof YamlNode.Scalar scalar) || scalar.kind() == YamlNode.Kind.NOTHING) {
            problems.add(
                    value.location(),
                    value.shown(),
                    "the id of " + Problems.withArticle(key.target().name()));
            return;
        }
        boolean whole = scalar.text().contains("/") || key.target().isAbstract();
        String id = whole ? scalar.text() : key.target().idPrefix() + "/" + scalar.text();
        draft.add(new SeedLink(value.location(), owner, key.step(), key.target().name(), id));
    }

    private void nested(SeedKey.Nested key, String owner, YamlNode value, SeedCitation.@Nullable Document document) {
        List<YamlNode.Fields> siblings = new ArrayList<>();
        each(key.field(), value, item -> {
            if (item instanceof YamlNode.Fields fields) {
                siblings.add(fields);
            } else {
                problems.add(
                        item.location(),
                        item.shown(),
                        "a record of " + key.target().name());
            }
        });
        List<String> ids = NestedIds.of(owner, key.target(), siblings);
        for (int i = 0; i < ids.size(); i++) {
            Location location = siblings.get(i).location();
            draft.add(new SeedLink(location, owner, key.step(), key.target().name(), ids.get(i)));
            read(key.target(), ids.get(i), siblings.get(i), document);
        }
    }

    private void unknown(GraphType type, String name, Location location) {
        String expected =
                "a key of " + type.name() + Nearest.question(name, keys.of(type).keySet());
        if (type.field(name).isPresent()) {
            expected = keys.of(type).containsKey(RecordKeys.AT) && name.startsWith("citation")
                    ? "`at` with the lines"
                    : "no such key: it follows from what is written elsewhere";
        }
        problems.add(location, "the key \"%s\"".formatted(name), expected);
    }

    private void requireWhatIsPromised(GraphType type, YamlNode.Fields fields) {
        keys.of(type).forEach((name, key) -> {
            boolean promised = key instanceof SeedKey.Citations
                    || (key instanceof SeedKey.Value value && isRequired(value.field()));
            if (promised && !fields.entries().containsKey(name)) {
                problems.add(
                        fields.location(),
                        "%s without `%s`".formatted(Problems.withArticle(type.name()), name),
                        "`%s`".formatted(name));
            }
        });
    }

    static boolean isRequired(PropertyField field) {
        return field.nonNull() && !field.list();
    }
}
