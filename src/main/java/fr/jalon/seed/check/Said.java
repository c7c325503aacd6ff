package fr.jalon.seed.check;

import fr.jalon.seed.record.SeedRecord;
import fr.jalon.seed.record.Spot;
import java.util.List;

/**
 * What one place says of a fact.
 *
 * @param by id of the record that tells it and has the place; empty for what the owner tells of itself
 * @param spot where that is written
 * @param owners the records whose field it speaks of; none where no field is concerned
 * @param path the field, or the way to it through records inside; empty where no field is concerned
 * @param printed the text as printed
 * @param meaning what it says of the field
 */
record Said(String by, Spot spot, List<SeedRecord> owners, String path, String printed, Meaning meaning) {

    /** What a record that quotes a place is to be read as, or the quoted text itself. */
    static List<String> texts(SeedRecord quoting) {
        return quoting.values().get("readAs") instanceof List<?> read
                ? read.stream().map(Object::toString).toList()
                : List.of(quoting.text("value"));
    }

    /** Which facts it speaks of. */
    String subject() {
        return path + " of " + owners.stream().map(SeedRecord::id).toList();
    }

    /** Whether the other does not contradict it; an excerpt of the printed text is enough. */
    boolean agreesWith(Said excerpt) {
        String quoted = Meaning.words(excerpt.printed);
        return meaning.holds(excerpt.meaning)
                || (!quoted.isEmpty() && Meaning.words(printed).contains(quoted));
    }
}
