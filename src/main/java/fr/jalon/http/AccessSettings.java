package fr.jalon.http;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Who may read, and by what people and programs are known.
 *
 * @param closed whether only who is known may read
 * @param provider by which people sign in, if they can
 * @param issuers of tokens that are taken beside our own
 * @param audience that those tokens have to name
 */
public record AccessSettings(boolean closed, Optional<Provider> provider, List<URI> issuers, String audience) {

    public AccessSettings {
        issuers = List.copyOf(issuers);
    }

    /** Everybody reads; only our own tokens are taken. */
    public static AccessSettings open() {
        return new AccessSettings(false, Optional.empty(), List.of(), "jalon");
    }

    /**
     * A provider of identities, and as what it knows this server.
     *
     * @param address under which browsers reach this server, where it is not the one it listens on; with a path below which
     *     a proxy puts it
     */
    public record Provider(
            URI issuer,
            String client,
            String secret,
            @Nullable URI address) {

        /** The secret is not written where a record happens to be. */
        @Override
        public String toString() {
            return "Provider[issuer=%s, client=%s]".formatted(issuer, client);
        }
    }
}
