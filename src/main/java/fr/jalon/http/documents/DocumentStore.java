package fr.jalon.http.documents;

import com.github.benmanes.caffeine.cache.Cache;
import fr.jalon.execution.CacheRoom;
import fr.jalon.execution.CacheRoom.Footprint;
import fr.jalon.http.documents.DocumentFailure.Kind;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Finds the document of a request that only names it, and keeps documents of requests that bring one with its hash
 * (<a href="https://www.apollographql.com/docs/apollo-server/performance/apq">automatic persisted queries</a>).
 */
public final class DocumentStore {

    private final TrustedDocuments trusted;
    private final Set<String> own;
    private final boolean trustedOnly;
    private final boolean persisting;
    private final Cache<String, String> persisted;

    /**
     * A store in which clients have put nothing yet.
     *
     * @param own documents of the server's own pages, which are trusted
     */
    public DocumentStore(DocumentSettings settings, List<String> own) {
        this.trusted = settings.trusted();
        this.own = own.stream().map(TrustedDocuments::sha256).collect(Collectors.toUnmodifiableSet());
        this.trustedOnly = settings.trustedOnly();
        this.persisting = settings.persistedBytes() > 0 && !trustedOnly;
        this.persisted = CacheRoom.cache(
                CacheRoom.PERSISTED.bytes(settings.persistedBytes()),
                (String hash, String text) -> Footprint.of(hash) + Footprint.of(text));
    }

    /**
     * The document of a request.
     *
     * @param query the document, if the client sent it
     * @param documentId what names the document, by
     *     <a href="https://github.com/graphql/graphql-over-http/blob/main/spec/Appendix%20A%20--%20Persisted%20Documents.md">
     *     GraphQL over HTTP, Persisted Documents</a>
     * @param extensions of the request, whose {@code persistedQuery} may tell the hash, too
     * @throws DocumentFailure if it is not known, not trusted, or not the one that was named
     */
    public String document(@Nullable String query, @Nullable String documentId, Map<String, Object> extensions) {
        Reference reference = Reference.of(documentId, extensions);
        return query == null ? found(reference) : checked(query, reference);
    }

    private String checked(String query, Reference reference) {
        if (reference.name() != null) {
            throw malformed("\"query\" and \"documentId\" are both there; expected one of them");
        }
        String hash = reference.hash();
        if (hash == null && !trustedOnly) {
            return query;
        }
        String found = TrustedDocuments.sha256(query);
        if (hash != null && !hash.equals(found)) {
            throw malformed("The hash is not that of \"query\"; expected its SHA-256 in lower-case hexadecimal");
        }
        if (trustedOnly && trusted.hashed(found) == null && !own.contains(found)) {
            throw untrusted();
        }
        if (persisting) {
            persisted.put(found, query);
        }
        return query;
    }

    private String found(Reference reference) {
        String name = reference.name();
        if (name != null) {
            return named(name);
        }
        String hash = reference.hash();
        if (hash == null) {
            throw new DocumentFailure(Kind.MISSING, "\"query\" is missing");
        }
        String text = trusted.hashed(hash);
        return text != null ? text : persisted(hash);
    }

    private String named(String name) {
        String text = trusted.named(name);
        if (text == null) {
            throw new DocumentFailure(Kind.UNKNOWN, "This server has no document of the name \"%s\"".formatted(name));
        }
        return text;
    }

    private String persisted(String hash) {
        if (trustedOnly) {
            throw untrusted();
        }
        if (!persisting) {
            throw new DocumentFailure(Kind.PERSISTED_QUERY_NOT_SUPPORTED, "PersistedQueryNotSupported");
        }
        @Nullable String text = persisted.getIfPresent(hash);
        if (text == null) {
            throw new DocumentFailure(Kind.PERSISTED_QUERY_NOT_FOUND, "PersistedQueryNotFound");
        }
        return text;
    }

    private static DocumentFailure untrusted() {
        return new DocumentFailure(
                Kind.UNTRUSTED,
                "This server answers only documents that its operator trusts; ask the operator to add this one");
    }

    private static DocumentFailure malformed(String message) {
        return new DocumentFailure(Kind.MALFORMED, message);
    }

    /**
     * What names a document; at most one of the two is there.
     *
     * @param name which the operator gave it
     * @param hash its SHA-256
     */
    private record Reference(
            @Nullable String name, @Nullable String hash) {

        private static final String PERSISTED = "persistedQuery";
        private static final String SHA256 = "sha256:";

        static Reference of(@Nullable String documentId, Map<String, Object> extensions) {
            if (documentId == null) {
                Object persisted = extensions.get(PERSISTED);
                return new Reference(null, persisted == null ? null : hash(persisted));
            } else if (documentId.startsWith(SHA256)) {
                return new Reference(null, documentId.substring(SHA256.length()));
            } else if (documentId.contains(":")) {
                throw malformed(
                        "\"documentId\" is \"%s\"; expected \"sha256:\" and the hash, or a name".formatted(documentId));
            }
            return new Reference(documentId, null);
        }

        private static String hash(Object persisted) {
            if (persisted instanceof Map<?, ?> map
                    && map.get("sha256Hash") instanceof String hash
                    && map.get("version") instanceof Integer version
                    && version == 1) {
                return hash;
            }
            throw malformed(
                    "\"extensions.persistedQuery\" is of another kind; expected {\"version\": 1, \"sha256Hash\": \"...\"}");
        }
    }
}
