package fr.jalon.period;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;

/** The legal time of mainland France, by which readers count days. */
public final class LegalTime {

    private static final ZoneId ZONE = ZoneId.of("Europe/Paris");

    private LegalTime() {}

    /** The system's clock on that time. */
    public static Clock clock() {
        return Clock.system(ZONE);
    }

    /** Which day it is. */
    public static LocalDate today() {
        return LocalDate.now(ZONE);
    }
}
