package fr.jalon.seed;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The text of a seed file, changed record by record; what is not changed stays to the letter, comments too. */
final class SeedText {

    private static final Pattern ITEM = Pattern.compile("^( *)- +(?=\\S)");
    private static final Pattern EMPTY_LIST = Pattern.compile("(?m)^[a-z]+: *\\n(?=\\s*(?:^[a-z]|\\z))");

    private final SeedFile file;
    private final List<String> lines;
    private final List<Edit> edits = new ArrayList<>();

    /** Lines from one, counted from 0, up to another give way to new ones. */
    private record Edit(int from, int to, List<String> lines) {}

    SeedText(SeedFile file) {
        this.file = file;
        this.lines = file.text().lines().toList();
    }

    /** Whether a record begins with its own dash, so that its lines can be told from others. */
    boolean holds(SeedRecord known) {
        return ITEM.matcher(lines.get(known.spot().line() - 1)).find();
    }

    /** Gives a record other values for some of its keys, and takes away those that the values lack. */
    void change(SeedRecord known, Map<String, Object> values, Collection<String> keys) {
        NavigableSet<Integer> places = new TreeSet<>();
        known.spots().values().forEach(spot -> places.add(spot.line() - 1));
        if (places.size() < known.spots().size()) {
            edits.add(new Edit(first(known), end(known), block(known, values)));
            return;
        }
        String indent = " ".repeat(lead(known).length());
        String before = RecordKeys.ID;
        for (Map.Entry<String, Object> each : values.entrySet()) {
            if (known.spots().containsKey(each.getKey())) {
                before = each.getKey();
            } else {
                int end = end(known, places, before);
                edits.add(new Edit(end, end, entry(indent, each.getKey(), each.getValue())));
            }
        }
        for (String key : keys) {
            if (known.spots().containsKey(key)) {
                int line = known.spot(key).line() - 1;
                String lead = line == first(known) ? lead(known) : indent;
                List<String> written = values.containsKey(key) ? entry(lead, key, values.get(key)) : List.of();
                edits.add(new Edit(line, end(known, places, key), written));
            }
        }
    }

    /** Takes a record away, with the comment above it. */
    void remove(SeedRecord known) {
        edits.add(new Edit(start(known), end(known), List.of()));
    }

    /** Puts a new record behind another. */
    void insertAfter(SeedRecord known, Map<String, Object> values) {
        edits.add(new Edit(end(known), end(known), block(known, values)));
    }

    /** Puts a new record before another. */
    void insertBefore(SeedRecord known, Map<String, Object> values) {
        edits.add(new Edit(start(known), start(known), block(known, values)));
    }

    /** Puts a new list at the end. */
    void append(String key, List<Map<String, Object>> records) {
        YamlWriter writer = new YamlWriter();
        writer.list(key, records);
        edits.add(new Edit(lines.size(), lines.size(), writer.text().lines().toList()));
    }

    /** The file with all of that done. */
    SeedFile changed() {
        List<Edit> backwards = new ArrayList<>(edits);
        java.util.Collections.reverse(backwards);
        // At one place what was there goes first, so that what is put there stands before it.
        backwards.sort(Comparator.comparing(Edit::from).reversed().thenComparing(edit -> edit.from() == edit.to()));
        List<String> text = new ArrayList<>(lines);
        for (Edit edit : backwards) {
            text.subList(edit.from(), edit.to()).clear();
            text.addAll(edit.from(), edit.lines());
        }
        String joined = String.join("\n", text) + "\n";
        return edits.isEmpty()
                ? file
                : new SeedFile(file.path(), EMPTY_LIST.matcher(joined).replaceAll(""));
    }

    private int first(SeedRecord known) {
        return known.spot().line() - 1;
    }

    /** What stands before the first key of a record. */
    private String lead(SeedRecord known) {
        Matcher item = ITEM.matcher(lines.get(first(known)));
        return item.find() ? item.group() : "  - ";
    }

    /** The record with the comment directly above it. */
    private int start(SeedRecord known) {
        return aboveComments(first(known), lead(known).indexOf('-'));
    }

    private int aboveComments(int line, int indent) {
        int start = line;
        while (start > 0 && isComment(lines.get(start - 1)) && indent(lines.get(start - 1)) == indent) {
            start--;
        }
        return start;
    }

    /** Behind the last line that is indented more than the record's dash. */
    private int end(SeedRecord known) {
        int dash = lead(known).indexOf('-');
        int last = known.spots().values().stream()
                .mapToInt(spot -> spot.line() - 1)
                .max()
                .orElse(first(known));
        for (int i = last + 1; i < lines.size(); i++) {
            if (!lines.get(i).isBlank() && indent(lines.get(i)) <= dash) {
                break;
            }
            last = lines.get(i).isBlank() ? last : i;
        }
        return last + 1;
    }

    /** Behind a key of a record, before the comment on the next. */
    private int end(SeedRecord known, NavigableSet<Integer> places, String key) {
        Integer next = places.higher(known.spot(key).line() - 1);
        return next == null ? end(known) : aboveComments(next, lead(known).length());
    }

    private static boolean isComment(String line) {
        return line.strip().startsWith("#");
    }

    private static int indent(String line) {
        return line.length() - line.stripLeading().length();
    }

    private List<String> block(SeedRecord beside, Map<String, Object> values) {
        YamlWriter writer = new YamlWriter();
        writer.block(values, " ".repeat(lead(beside).indexOf('-')));
        return writer.text().lines().toList();
    }

    private static List<String> entry(String lead, String key, Object value) {
        YamlWriter writer = new YamlWriter();
        writer.entry(lead, key, value);
        return writer.text().lines().toList();
    }
}
