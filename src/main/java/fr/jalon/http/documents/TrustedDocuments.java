package fr.jalon.http.documents;

import fr.jalon.http.documents.Examples.Example;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The documents of a folder, each a {@code *.graphql} file that clients may ask by its name or its SHA-256. */
public final class TrustedDocuments {

    private static final String ENDING = ".graphql";
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9._~-]+");

    private final List<TrustedDocument> all;
    private final Map<String, String> byName = new HashMap<>();
    private final Map<String, String> byHash = new HashMap<>();

    private TrustedDocuments(List<TrustedDocument> all) {
        this.all = all;
        for (TrustedDocument document : all) {
            byName.put(document.name(), document.text());
            byHash.put(sha256(document.text()), document.text());
            // Build tools hash a document without the line break that ends its file.
            byHash.put(sha256(document.text().stripTrailing()), document.text());
        }
    }

    /** No documents. */
    public static TrustedDocuments none() {
        return new TrustedDocuments(List.of());
    }

    /**
     * The documents of a folder, in the order of their names.
     *
     * @throws TrustException if it holds none, or one of them cannot be read or named
     */
    public static TrustedDocuments in(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            List<TrustedDocument> found = files.filter(file -> file.toString().endsWith(ENDING))
                    .sorted()
                    .map(TrustedDocuments::read)
                    .toList();
            if (found.isEmpty()) {
                throw new TrustException("%s holds no *.graphql file".formatted(folder));
            }
            return new TrustedDocuments(found);
        } catch (IOException e) {
            throw new TrustException("%s is not a folder that can be read".formatted(folder));
        }
    }

    /** All of them. */
    public List<TrustedDocument> all() {
        return all;
    }

    @Nullable
    String named(String name) {
        return byName.get(name);
    }

    @Nullable
    String hashed(String hash) {
        return byHash.get(hash);
    }

    /** SHA-256 of a text in UTF-8, in lower-case hexadecimal. */
    static String sha256(String text) {
        try {
            byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(utf8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    private static TrustedDocument read(Path file) {
        String fileName = file.getFileName().toString();
        String name = fileName.substring(0, fileName.length() - ENDING.length());
        if (!NAME.matcher(name).matches()) {
            throw new TrustException(
                    "%s: expected a name of letters without accents, digits, and any of -._~".formatted(file));
        }
        try {
            Map<String, Object> variables = Examples.variables(file.resolveSibling(name + ".variables.json"));
            return new TrustedDocument(name, Examples.text(file), variables);
        } catch (CharacterCodingException e) {
            throw new TrustException("%s: expected text in UTF-8".formatted(file));
        } catch (IOException | IllegalStateException e) {
            throw new TrustException("%s cannot be read: %s".formatted(file, e.getMessage()));
        }
    }

    /**
     * A document that the operator lets clients ask by name.
     *
     * @param name of its file, without the ending
     * @param text the file, whole
     * @param variables values to show it with, from the file beside it
     */
    public record TrustedDocument(String name, String text, Map<String, Object> variables) {

        /** What the editor offers of it; the text stays as it is, since its hash counts. */
        Example example() {
            return new Example(name, name, Examples.OTHERS, text, variables);
        }
    }

    /** The documents to trust cannot be had; the message says which and why. */
    public static final class TrustException extends RuntimeException {

        private static final long serialVersionUID = 1L;

        TrustException(String message) {
            super(message);
        }
    }
}
