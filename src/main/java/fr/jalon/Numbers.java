package fr.jalon;

/** Checks numbers that options give. */
final class Numbers {

    private Numbers() {}

    /** The number; fails with {@link UsageException} if it is smaller than the least. */
    static int atLeast(int least, String option, int number) {
        if (number < least) {
            throw new UsageException("%s: found %d, expected %d or more".formatted(option, number, least));
        }
        return number;
    }
}
