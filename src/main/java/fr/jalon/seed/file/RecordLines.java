package fr.jalon.seed.file;

import fr.jalon.seed.record.SeedRecord;
import java.util.List;
import java.util.NavigableSet;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where a record and its keys stand among the lines of a file, which are counted from 0.
 *
 * @param lines of the whole file
 * @param known a record of it
 */
record RecordLines(List<String> lines, SeedRecord known) {

    private static final Pattern ITEM = Pattern.compile("^( *)- +(?=\\S)");

    /** Whether the record begins with a dash of its own, so that its lines can be told from others. */
    boolean areItsOwn() {
        return ITEM.matcher(lines.get(first())).find();
    }

    /** Whether every key stands on a line of its own. */
    boolean holdOneKeyEach() {
        return keys().size() == known.spots().size();
    }

    int first() {
        return known.spot().line() - 1;
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
        Integer next = keys().higher(known.spot(key).line() - 1);
        return next == null ? end() : aboveComments(next, lead().length());
    }

    private NavigableSet<Integer> keys() {
        NavigableSet<Integer> keys = new TreeSet<>();
        known.spots().values().forEach(spot -> keys.add(spot.line() - 1));
        return keys;
    }

    private int aboveComments(int line, int indent) {
        int start = line;
        while (start > 0 && lines.get(start - 1).strip().startsWith("#") && indent(lines.get(start - 1)) == indent) {
            start--;
        }
        return start;
    }

    private static int indent(String line) {
        return line.length() - line.stripLeading().length();
    }
}
