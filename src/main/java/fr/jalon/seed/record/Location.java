package fr.jalon.seed.record;

/**
 * A line of a seed file.
 *
 * @param file path inside the seed folder
 * @param line from 1
 */
public record Location(String file, int line) {

    @Override
    public String toString() {
        return file + ":" + line;
    }
}
