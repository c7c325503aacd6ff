package fr.jalon.http.documents;

import fr.jalon.http.documents.Examples.Example;
import java.util.List;

/**
 * Which documents clients may ask without sending them.
 *
 * @param trusted what the operator put there
 * @param trustedOnly whether nothing else is answered
 * @param persistedBytes room for what clients put there themselves, by hash; zero for none
 */
public record DocumentSettings(TrustedDocuments trusted, boolean trustedOnly, long persistedBytes) {

    private static final long USUAL_BYTES = 8L << 20;

    /** None to begin with, and 8 MiB for those of clients. */
    public static DocumentSettings defaults() {
        return new DocumentSettings(TrustedDocuments.none(), false, USUAL_BYTES);
    }

    /** What the editor offers where nothing else is answered. */
    public List<Example> examples() {
        return trusted.all().stream()
                .map(TrustedDocuments.TrustedDocument::example)
                .toList();
    }
}
