package fr.jalon.seed.file;

import fr.jalon.seed.record.Literals;
import fr.jalon.seed.record.Problems;
import fr.jalon.seed.record.RecordKeys;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The records of seed files as they are written: texts, numbers, lists and maps of these, by id. */
public final class WrittenRecords {

    private final Map<String, Map<String, Object>> byId = new HashMap<>();
    private final Map<String, String> documents = new HashMap<>();

    /** Reads files, passing over what cannot be read. */
    public WrittenRecords(List<SeedFile> files) {
        for (SeedFile file : files) {
            new YamlReader(file, new Problems()).read().ifPresent(top -> add(file.path(), top));
        }
    }

    /** The values of a record; none where there is no such record. */
    public Map<String, Object> find(String id) {
        return byId.getOrDefault(id, Map.of());
    }

    /** The document in which the places of a file lie that name none. */
    public Optional<String> document(String path) {
        return Optional.ofNullable(documents.get(path));
    }

    private void add(String path, YamlNode.Fields top) {
        Optional<String> document = top.scalar(SeedFileReader.DEFAULT_DOCUMENT).map(YamlNode.Scalar::text);
        document.ifPresent(id -> documents.put(path, id));
        for (YamlNode.Entry entry : top.entries().values()) {
            if (entry.value() instanceof YamlNode.Items items) {
                items.items().forEach(item -> add(item, document.orElse("")));
            }
        }
    }

    private void add(YamlNode item, String document) {
        if (item instanceof YamlNode.Fields fields
                && fields.scalar(RecordKeys.ID).isPresent()) {
            Map<String, Object> values = map(fields);
            if (values.containsKey(RecordKeys.AT)) {
                values.put(RecordKeys.AT, places(values.get(RecordKeys.AT), document));
            }
            byId.put(String.valueOf(values.get(RecordKeys.ID)), values);
        }
    }

    /** Places of the file's own document as they are written short. */
    private static Object places(@Nullable Object at, String document) {
        if (at instanceof Map<?, ?> place && document.equals(place.get(SeedFileReader.DEFAULT_DOCUMENT))) {
            return Objects.requireNonNull(place.get("lines"));
        }
        if (!(at instanceof List<?> list)) {
            return Objects.requireNonNull(at);
        }
        List<Object> places = new ArrayList<>();
        for (Object each : list) {
            Object place = places(each, document);
            places.addAll(place instanceof List<?> several ? several : List.of(place));
        }
        return places;
    }

    private static Map<String, Object> map(YamlNode.Fields fields) {
        Map<String, Object> map = new LinkedHashMap<>();
        fields.entries().forEach((key, entry) -> map.put(key, plain(entry.value())));
        return map;
    }

    private static Object plain(YamlNode node) {
        if (node instanceof YamlNode.Fields fields) {
            return map(fields);
        } else if (node instanceof YamlNode.Items items) {
            List<Object> list = new ArrayList<>();
            items.items().forEach(item -> list.add(plain(item)));
            return list;
        }
        YamlNode.Scalar scalar = (YamlNode.Scalar) node;
        return switch (scalar.kind()) {
            case NUMBER, BOOLEAN, NOTHING -> bare(scalar.text());
            case TEXT -> scalar.text();
        };
    }

    /** What is not written as ours are stays to the letter, so that it is read the same again. */
    private static Object bare(String text) {
        if (text.equals("true") || text.equals("false")) {
            return Boolean.valueOf(text);
        }
        return Literals.integer(text).isPresent() ? (Object) Integer.valueOf(text) : new Bare(text);
    }

    /**
     * A value that stands without quotes.
     *
     * @param text as it is written
     */
    private record Bare(String text) {
        @Override
        public String toString() {
            return text;
        }
    }
}
