package fr.jalon.period;

/** A writing that is no period; its message says what was found and which writings are expected. */
public final class PeriodFormatException extends IllegalArgumentException {

    private static final int SHOWN_CHARACTERS = 60;

    PeriodFormatException(String found) {
        super(
                "\"%s\" is not a period; expected a writing such as \"S1 2022\", \"T3 2021\", \"mai 2022\", \"2022-05\", "
                                .formatted(shortened(found))
                        + "\"17 mai 2022\", \"2022-05-17\", \"2022\", \"fin 2022\" or \"en continu\", in the years 1900 to 2999");
    }

    private static String shortened(String found) {
        return found.length() <= SHOWN_CHARACTERS ? found : found.substring(0, SHOWN_CHARACTERS) + "...";
    }
}
