package fr.jalon.seed.check;

import fr.jalon.seed.record.SeedRecord;
import java.util.List;

/**
 * A discrepancy as the curators noted it.
 *
 * @param itself its record
 * @param owners the records that it is about and that have its field
 * @param readings what each place says, by that record
 */
record Noted(SeedRecord itself, List<SeedRecord> owners, List<Reading> readings) {

    /** One of its readings, and whether the graph is said to follow it. */
    record Reading(SeedRecord itself, Said said, boolean followed) {}

    /** The field that it is about, empty where no field of the graph holds it. */
    String path() {
        return itself.text("field");
    }

    /** Whether it is only about the wording of one and the same. */
    boolean isAboutWording() {
        return itself.text("severity").equals("LOW");
    }

    /** Whether it is about one place that is blank or that cannot be read. */
    boolean isAboutOnePlace() {
        return List.of("SCAN", "BLANK").contains(itself.text("kind"));
    }
}
