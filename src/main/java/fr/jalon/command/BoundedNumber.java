package fr.jalon.command;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads the whole number of an option; one out of bounds is wrong usage. */
abstract class BoundedNumber implements ITypeConverter<Integer> {

    private final int least;
    private final int most;
    private final String expected;

    private BoundedNumber(int least, int most, String expected) {
        this.least = least;
        this.most = most;
        this.expected = expected;
    }

    /** A port, or 0 for any that is free. */
    static final class Port extends BoundedNumber {
        Port() {
            super(0, 65535, "a port from 0 to 65535");
        }
    }

    /** A limit, under which something has to be possible. */
    static final class Limit extends BoundedNumber {
        Limit() {
            super(1, Integer.MAX_VALUE, "a whole number from 1 to " + Integer.MAX_VALUE);
        }
    }

    /** How many things are done at once, each on a thread and a connection of its own. */
    static final class Operations extends BoundedNumber {
        Operations() {
            super(0, 1000, "a whole number from 0 to 1000");
        }
    }

    /** An amount that may be nothing. */
    static final class Amount extends BoundedNumber {
        Amount() {
            super(0, Integer.MAX_VALUE, "a whole number from 0 to " + Integer.MAX_VALUE);
        }
    }

    @Override
    public Integer convert(String text) {
        try {
            int number = Integer.parseInt(text.strip());
            if (number >= least && number <= most) {
                return number;
            }
        } catch (NumberFormatException e) {
            throw wrong(text);
        }
        throw wrong(text);
    }

    private TypeConversionException wrong(String text) {
        return new TypeConversionException("found \"%s\", expected %s".formatted(text, expected));
    }
}
