package fr.jalon.http;

import com.github.benmanes.caffeine.cache.Cache;
import fr.jalon.execution.CacheRoom;
import fr.jalon.execution.Footprint;
import fr.jalon.execution.GraphQlRequest;
import org.jspecify.annotations.Nullable;

/**
 * Finds the document of a request that only names it, and learns documents from requests that bring one with its hash
 * (<a href="https://www.apollographql.com/docs/apollo-server/performance/apq">automatic persisted queries</a>).
 */
final class KnownDocuments {

    private final TrustedDocuments trusted;
    private final boolean trustedOnly;
    private final boolean learning;
    private final Cache<String, String> learned;

    KnownDocuments(DocumentSettings settings) {
        this.trusted = settings.trusted();
        this.trustedOnly = settings.trustedOnly();
        this.learning = settings.learnedBytes() > 0 && !trustedOnly;
        this.learned = CacheRoom.cache(
                CacheRoom.LEARNED.bytes(settings.learnedBytes()),
                (String hash, String text) -> Footprint.of(hash) + Footprint.of(text));
    }

    /**
     * The request with its document.
     *
     * @throws HttpFailure if it is not known, not trusted, or not the one that was named
     */
    GraphQlRequest complete(Asked asked) {
        String query = asked.query();
        return asked.with(query == null ? found(asked) : checked(query, asked));
    }

    private String checked(String query, Asked asked) {
        if (asked.name() != null) {
            throw HttpFailure.badRequest("\"query\" and \"documentId\" are both there; expected one of them");
        }
        String hash = asked.hash();
        if (hash == null && !trustedOnly) {
            return query;
        }
        String found = Sha256.of(query);
        if (hash != null && !hash.equals(found)) {
            throw HttpFailure.badRequest(
                    "The hash is not that of \"query\"; expected its SHA-256 in lower-case hexadecimal");
        }
        if (trustedOnly && trusted.hashed(found) == null) {
            throw untrusted();
        }
        if (learning) {
            learned.put(found, query);
        }
        return query;
    }

    private String found(Asked asked) {
        String name = asked.name();
        if (name != null) {
            return named(name);
        }
        String hash = asked.hash();
        if (hash == null) {
            throw RequestReader.withoutQuery();
        }
        String text = trusted.hashed(hash);
        return text != null ? text : learned(hash);
    }

    private String named(String name) {
        String text = trusted.named(name);
        if (text == null) {
            throw HttpFailure.unknownDocument("This server has no document of the name \"%s\"".formatted(name));
        }
        return text;
    }

    private String learned(String hash) {
        if (trustedOnly) {
            throw untrusted();
        }
        if (!learning) {
            throw HttpFailure.persistedQuery("PersistedQueryNotSupported", "PERSISTED_QUERY_NOT_SUPPORTED");
        }
        @Nullable String text = learned.getIfPresent(hash);
        if (text == null) {
            throw HttpFailure.persistedQuery("PersistedQueryNotFound", "PERSISTED_QUERY_NOT_FOUND");
        }
        return text;
    }

    private static HttpFailure untrusted() {
        return HttpFailure.forbidden(
                "This server answers only documents that its operator trusts; ask the operator to add this one");
    }
}
