package fr.jalon.seed.file;

import fr.jalon.seed.record.RecordKeys;
import fr.jalon.seed.record.SeedRecord;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** The text of a seed file, changed key by key; every other line stays to the letter, comments too. */
public final class SeedText {

    private static final Pattern EMPTY_LIST = Pattern.compile("(?m)^[a-z]++: *+\\R(?=\\s*+(?:^[a-z]|\\z))");

    private final SeedFile file;
    private final List<YamlLine> lines;
    private final List<String> texts;
    private final List<Edit> edits = new ArrayList<>();

    /** Lines from one up to another give way to new ones. */
    private record Edit(int from, int to, List<String> lines) {}

    /** Starts from the file as it is written. */
    public SeedText(SeedFile file) {
        this.file = file;
        this.lines = YamlLine.of(file.text());
        this.texts = lines.stream().map(YamlLine::text).toList();
    }

    /** Whether a record of the file can be changed. */
    public boolean holds(SeedRecord known) {
        return place(known).areItsOwn();
    }

    /** Gives a record other values for some of its keys, and takes away those that the values lack. */
    public void change(SeedRecord known, Map<String, Object> values, Collection<String> keys) {
        RecordLines place = place(known);
        if (!place.holdOneKeyEach()) {
            edits.add(new Edit(place.first(), place.end(), block(place, values)));
            return;
        }
        String indent = " ".repeat(place.lead().length());
        String before = RecordKeys.ID;
        for (Map.Entry<String, Object> each : values.entrySet()) {
            if (known.spots().containsKey(each.getKey())) {
                before = each.getKey();
            } else {
                insert(place.end(before), entry(indent, each.getKey(), each.getValue()));
            }
        }
        for (String key : keys) {
            if (known.spots().containsKey(key)) {
                int line = known.spot(key).line() - 1;
                String lead = line == place.first() ? place.lead() : indent;
                List<String> written = values.containsKey(key) ? entry(lead, key, values.get(key)) : List.of();
                edits.add(new Edit(line, place.end(key), written));
            }
        }
    }

    /** Takes a record away, with the comment above it. */
    public void remove(SeedRecord known) {
        edits.add(new Edit(place(known).start(), place(known).end(), List.of()));
    }

    /** Puts a new record behind another. */
    public void insertAfter(SeedRecord known, Map<String, Object> values) {
        insert(place(known).end(), block(place(known), values));
    }

    /** Puts a new record before another. */
    public void insertBefore(SeedRecord known, Map<String, Object> values) {
        insert(place(known).start(), block(place(known), values));
    }

    /** Puts a new list at the end. */
    public void append(String key, List<Map<String, Object>> records) {
        YamlWriter writer = new YamlWriter();
        writer.list(key, records.stream().map(ShortPlaces::in).toList());
        insert(lines.size(), writer.text().lines().toList());
    }

    /** The file with all of that done. */
    public SeedFile changed() {
        if (edits.isEmpty()) {
            return file;
        }
        List<Edit> backwards = new ArrayList<>(edits);
        Collections.reverse(backwards);
        // At one place what was there goes first, so that what is put there stands before it.
        backwards.sort(Comparator.comparing(Edit::from).reversed().thenComparing(edit -> edit.from() == edit.to()));
        List<YamlLine> changed = new ArrayList<>(lines);
        String end = end();
        for (Edit edit : backwards) {
            changed.subList(edit.from(), edit.to()).clear();
            changed.addAll(
                    edit.from(),
                    edit.lines().stream().map(text -> new YamlLine(text, end)).toList());
        }
        StringBuilder joined = new StringBuilder();
        boolean unended = false;
        for (YamlLine each : changed) {
            joined.append(unended ? end : "").append(each.text()).append(each.end());
            unended = each.end().isEmpty();
        }
        return new SeedFile(file.path(), EMPTY_LIST.matcher(joined).replaceAll(""));
    }

    /** What ends the lines of the file, so that new ones end the same. */
    private String end() {
        return lines.stream()
                .map(YamlLine::end)
                .filter(each -> !each.isEmpty())
                .findFirst()
                .orElse("\n");
    }

    private RecordLines place(SeedRecord known) {
        return new RecordLines(texts, known);
    }

    private void insert(int line, List<String> written) {
        edits.add(new Edit(line, line, written));
    }

    private static List<String> block(RecordLines beside, Map<String, Object> values) {
        YamlWriter writer = new YamlWriter();
        writer.block(ShortPlaces.in(values), " ".repeat(beside.dash()));
        return writer.text().lines().toList();
    }

    private static List<String> entry(String lead, String key, Object value) {
        YamlWriter writer = new YamlWriter();
        writer.entry(lead, key, ShortPlaces.in(key, value));
        return writer.text().lines().toList();
    }
}
