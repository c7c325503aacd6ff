package fr.jalon.seed.check;

import fr.jalon.period.Period;
import fr.jalon.period.PeriodFormatException;
import fr.jalon.schema.Folding;
import fr.jalon.schema.GraphField;
import fr.jalon.schema.PropertyField;
import fr.jalon.schema.RelationshipField;
import fr.jalon.seed.record.RecordKeys;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What is said of a field, in a form in which different writings of one value are equal.
 *
 * @param values ids of periods and records; the words of a text, without case, accents and punctuation; other values as written
 * @param words whether they are the words of texts, of which a part can be quoted
 * @param texts the same as written
 */
record Meaning(Set<String> values, boolean words, List<String> texts) {

    /** Start of the ids of periods. */
    static final String PERIOD_ID = "period/";

    private static final Pattern NO_WORD = Pattern.compile("[^\\p{L}\\p{N}]+");

    /** What printed texts, or values and ids as seed files write them, say of the field. */
    static Meaning of(GraphField field, Collection<String> texts) {
        boolean words = field instanceof PropertyField property && property.folded();
        Set<String> values = new TreeSet<>();
        texts.forEach(text -> values.add(words ? words(text) : value(field, text)));
        return new Meaning(values, words, List.copyOf(texts));
    }

    /** What a printed text says where no field is concerned. */
    static Meaning of(String text) {
        return new Meaning(Set.of(words(text)), true, List.of(text));
    }

    /** Whether a text is a period in any usual writing. */
    static boolean isPeriod(String text) {
        return period(text).startsWith(PERIOD_ID);
    }

    /** The words of a text, without case, accents and punctuation. */
    static String words(String text) {
        return NO_WORD.matcher(Folding.fold(text)).replaceAll(" ").strip();
    }

    boolean isEmpty() {
        return values.isEmpty();
    }

    /** Whether both say the same, neither more nor less. */
    boolean equalTo(Meaning other) {
        return values.equals(other.values);
    }

    /** Whether all of the other is said here too; of a text, an excerpt is enough. */
    boolean holds(Meaning part) {
        return !part.isEmpty() && part.values.stream().allMatch(this::holds);
    }

    private boolean holds(String value) {
        return words
                ? !value.isEmpty() && values.stream().anyMatch(text -> text.contains(value))
                : values.contains(value);
    }

    /** As problems name it. */
    String shown() {
        return texts.isEmpty()
                ? "nothing"
                : texts.stream().map(Meaning::shown).collect(Collectors.joining("\" and \"", "\"", "\""));
    }

    /** A value as people read it: of a period its label. */
    static String shown(String value) {
        return value.startsWith(PERIOD_ID) ? Period.ofId(value).label() : value;
    }

    private static String value(GraphField field, String text) {
        if (field instanceof RelationshipField related && related.target().equals(RecordKeys.PERIOD)) {
            return period(text);
        }
        return text.matches("-?\\d+\\.0") ? text.substring(0, text.length() - 2) : text;
    }

    private static String period(String text) {
        try {
            return text.startsWith(PERIOD_ID) ? text : Period.parse(text).id();
        } catch (PeriodFormatException e) {
            return words(text);
        }
    }
}
