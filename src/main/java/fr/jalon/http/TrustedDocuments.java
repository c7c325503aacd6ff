package fr.jalon.http;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
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
            byHash.put(Sha256.of(document.text()), document.text());
            // Build tools hash a document without the line break that ends its file.
            byHash.put(Sha256.of(document.text().stripTrailing()), document.text());
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

    private static TrustedDocument read(Path file) {
        String fileName = file.getFileName().toString();
        String name = fileName.substring(0, fileName.length() - ENDING.length());
        if (!NAME.matcher(name).matches()) {
            throw new TrustException(
                    "%s: expected a name of letters without accents, digits, and any of -._~".formatted(file));
        }
        try {
            Map<String, Object> variables = Examples.variables(file.resolveSibling(name + ".variables.json"));
            return new TrustedDocument(name, Json.withoutMark(Files.readString(file)), variables);
        } catch (CharacterCodingException e) {
            throw new TrustException("%s: expected text in UTF-8".formatted(file));
        } catch (IOException | IllegalStateException e) {
            throw new TrustException("%s cannot be read: %s".formatted(file, e.getMessage()));
        }
    }
}
