package fr.jalon.seed.sheet;

/** What a file holds cannot be read as a table; the parts of the sentence that says so of the file. */
final class ContentException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String found;
    private final String expected;

    ContentException(String found, String expected) {
        super(found);
        this.found = found;
        this.expected = expected;
    }

    SheetException of(Object file) {
        return new SheetException("%s: found %s, expected %s".formatted(file, found, expected), this);
    }
}
