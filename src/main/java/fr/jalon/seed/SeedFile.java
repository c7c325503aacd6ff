package fr.jalon.seed;

/**
 * A seed file as text.
 *
 * @param path inside the seed folder, with slashes
 * @param text decoded from UTF-8; a byte that is none has become U+FFFD
 */
record SeedFile(String path, String text) {}
