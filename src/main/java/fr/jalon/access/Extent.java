package fr.jalon.access;

import java.util.Arrays;

/** On which things a right holds, as {@code access/rights.csv} writes it. */
enum Extent {
    NOTHING("-"),
    OWN("own"),
    REFERENTS("referents"),
    MINISTRY("ministry"),
    EVERYTHING("everything");

    private final String written;

    Extent(String written) {
        this.written = written;
    }

    static Extent of(String written) {
        return Arrays.stream(values())
                .filter(each -> each.written.equals(written))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("access/rights.csv: \"" + written + "\" is no extent"));
    }
}
