package fr.jalon.seed.file;

import fr.jalon.seed.record.RecordKeys;
import fr.jalon.seed.record.SeedRecord;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.TreeSet;
import java.util.regex.Matcher;
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
    public boolean holds(SeedRecord record) {
        return linesOf(record).areItsOwn();
    }

    /** Gives a record other values for some of its keys, and takes away those that the values lack. */
    public void change(SeedRecord record, Map<String, Object> values, Collection<String> keys) {
        RecordLines own = linesOf(record);
        if (!own.holdOneKeyEach()) {
            edits.add(new Edit(own.first(), own.end(), block(own, values)));
            return;
        }
        String indent = " ".repeat(own.lead().length());
        String before = RecordKeys.ID;
        for (Map.Entry<String, Object> each : values.entrySet()) {
            if (record.locations().containsKey(each.getKey())) {
                before = each.getKey();
            } else {
                insert(own.end(before), entry(indent, each.getKey(), each.getValue()));
            }
        }
        for (String key : keys) {
            if (record.locations().containsKey(key)) {
                int line = record.location(key).line() - 1;
                String lead = line == own.first() ? own.lead() : indent;
                List<String> written = values.containsKey(key) ? entry(lead, key, values.get(key)) : List.of();
                edits.add(new Edit(line, own.end(key), written));
            }
        }
    }

    /** Takes a record away, with the comment above it. */
    public void remove(SeedRecord record) {
        edits.add(new Edit(linesOf(record).start(), linesOf(record).end(), List.of()));
    }

    /** Puts a new record behind another. */
    public void insertAfter(SeedRecord record, Map<String, Object> values) {
        insert(linesOf(record).end(), block(linesOf(record), values));
    }

    /** Puts a new record before another. */
    public void insertBefore(SeedRecord record, Map<String, Object> values) {
        insert(linesOf(record).start(), block(linesOf(record), values));
    }

    /** Puts a new list at the end. */
    public void append(String key, List<Map<String, Object>> records) {
        YamlWriter writer = new YamlWriter();
        writer.list(key, records);
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

    private RecordLines linesOf(SeedRecord record) {
        return new RecordLines(texts, record);
    }

    private void insert(int line, List<String> written) {
        edits.add(new Edit(line, line, written));
    }

    private static List<String> block(RecordLines beside, Map<String, Object> values) {
        YamlWriter writer = new YamlWriter();
        writer.block(values, " ".repeat(beside.dash()));
        return writer.text().lines().toList();
    }

    private static List<String> entry(String lead, String key, Object value) {
        YamlWriter writer = new YamlWriter();
        writer.entry(lead, key, value);
        return writer.text().lines().toList();
    }

    /**
     * Where a record and its keys stand among the lines of a file, which are counted from 0.
     *
     * @param lines of the whole file
     * @param record one of it
     */
    private record RecordLines(List<String> lines, SeedRecord record) {

        private static final Pattern ITEM = Pattern.compile("^( *)- +(?=\\S)");

        /** Whether the record begins with a dash of its own, so that its lines can be told from others. */
        boolean areItsOwn() {
            return ITEM.matcher(lines.get(first())).find();
        }

        /** Whether every key stands on a line of its own. */
        boolean holdOneKeyEach() {
            return keys().size() == record.locations().size();
        }

        int first() {
            return record.location().line() - 1;
        }

        /** What stands before the first key. */
        String lead() {
            Matcher item = ITEM.matcher(lines.get(first()));
            return item.find() ? item.group() : "  - ";
        }

        /** How far the dash is from the left. */
        int dash() {
            return lead().indexOf('-');
        }

        /** The first line, or that of the comment directly above it. */
        int start() {
            return aboveComments(first(), dash());
        }

        /** Behind the last line that is indented more than the dash. */
        int end() {
            int last = keys().isEmpty() ? first() : keys().last();
            for (int i = last + 1; i < lines.size(); i++) {
                if (!lines.get(i).isBlank() && indent(lines.get(i)) <= dash()) {
                    break;
                }
                last = lines.get(i).isBlank() ? last : i;
            }
            return last + 1;
        }

        /** Behind a key and its value, before the comment on the next. */
        int end(String key) {
            Integer next = keys().higher(record.location(key).line() - 1);
            return next == null ? end() : aboveComments(next, lead().length());
        }

        private NavigableSet<Integer> keys() {
            NavigableSet<Integer> keys = new TreeSet<>();
            record.locations().values().forEach(location -> keys.add(location.line() - 1));
            return keys;
        }

        private int aboveComments(int line, int indent) {
            int start = line;
            while (start > 0
                    && lines.get(start - 1).strip().startsWith("#")
                    && indent(lines.get(start - 1)) == indent) {
                start--;
            }
            return start;
        }

        private static int indent(String line) {
            return line.length() - line.stripLeading().length();
        }
    }
}
