package fr.jalon.seed;

/**
 * A line of a seed file.
 *
 * @param file path inside the seed folder
 * @param line from 1
 */
record Spot(String file, int line) {

    @Override
    public String toString() {
        return file + ":" + line;
    }
}
