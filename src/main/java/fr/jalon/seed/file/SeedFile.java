package fr.jalon.seed.file;

/**
 * A seed file as text.
 *
 * @param path inside the seed folder, with slashes
 * @param text decoded from UTF-8; a byte that is none has become U+FFFD
 */
public record SeedFile(String path, String text) {}
