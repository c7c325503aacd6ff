package fr.jalon.seed.sheet;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Locale;
import java.util.Optional;

/** Days as workbooks hold them: counted from one of two starts, or, in Strict ones, in ISO 8601. */
final class SerialDate {

    private static final double SECONDS = 86_400;
    /** The day that does not exist, which Excel keeps because Lotus 1-2-3 had it. */
    private static final long LEAP_DAY_OF_1900 = 60;

    private static final long LAST_YEAR = 9999;
    private static final int ISO_DAY = 10;

    private SerialDate() {}

    /** Day zero of a workbook; in one that counts from 1900, that of all days after the one that does not exist. */
    static LocalDate zero(boolean from1904) {
        return from1904 ? LocalDate.of(1904, 1, 1) : LocalDate.of(1899, 12, 30);
    }

    /** What the format shows, in ISO form; nothing where the number is no day. */
    static Optional<String> shown(double serial, boolean from1904, NumberFormat format) {
        double seconds = Math.rint(serial * SECONDS);
        long days = (long) Math.floor(seconds / SECONDS);
        if (format == NumberFormat.TIME) {
            return serial < 0 || days > LAST_YEAR ? Optional.empty() : Optional.of(time((long) seconds));
        }
        boolean none = from1904 ? serial < 0 : days < 1 || days == LEAP_DAY_OF_1900;
        if (none || serial > LAST_YEAR * 366.0) {
            return Optional.empty();
        }
        boolean early = !from1904 && days < LEAP_DAY_OF_1900;
        LocalDate day = zero(from1904).plusDays(early ? days + 1 : days);
        return day.getYear() > LAST_YEAR ? Optional.empty() : Optional.of(shown(day, format));
    }

    /** What the format shows of a day, a day with a time or a time in ISO 8601; nothing where it is none. */
    static Optional<String> shown(String iso, NumberFormat format) {
        try {
            if (iso.indexOf('-') < 0) {
                LocalTime time = LocalTime.parse(iso.startsWith("T") ? iso.substring(1) : iso);
                return Optional.of(time(time.toSecondOfDay()));
            }
            boolean timed = iso.length() > ISO_DAY && iso.charAt(ISO_DAY) == 'T';
            return Optional.of(shown(LocalDate.parse(timed ? iso.substring(0, ISO_DAY) : iso), format));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static String shown(LocalDate day, NumberFormat format) {
        String iso = day.toString();
        return switch (format) {
            case MONTH -> iso.substring(0, 7);
            case YEAR -> iso.substring(0, 4);
            default -> iso;
        };
    }

    private static String time(long seconds) {
        return String.format(Locale.ROOT, "%02d:%02d:%02d", seconds / 3600, seconds / 60 % 60, seconds % 60);
    }
}
