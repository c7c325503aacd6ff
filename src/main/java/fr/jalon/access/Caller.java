package fr.jalon.access;

import fr.jalon.access.Credential.Kept;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Who is asking, by the credential that came with the request. */
public sealed interface Caller {

    /** Nobody in particular, over GraphQL. */
    Caller ANONYMOUS = new Anonymous(Channel.GRAPHQL);

    /** A request without a credential. */
    record Anonymous(Channel channel) implements Caller {}

    /** A request whose credential is not good: it is not taken for one without. */
    record Refused(Fault fault, Channel channel) implements Caller {}

    /**
     * The owner of a good credential.
     *
     * @param account public id of the account, as {@code account/jeanne-martin}
     * @param mandates those in force on the day of the request
     * @param roles what the account may beside them
     * @param scopes what the credential is for
     * @param credential which token or session it was, to be looked at again before something is changed; null where the
     *     credential is no record of the graph
     */
    record Identified(
            String account,
            List<HeldMandate> mandates,
            Set<Role> roles,
            Set<Scope> scopes,
            Channel channel,
            @Nullable Kept credential)
            implements Caller {

        public Identified {
            mandates = List.copyOf(mandates);
            roles = Set.copyOf(roles);
            scopes = Set.copyOf(scopes);
        }

        /** Known by something else than a token or a session. */
        public Identified(
                String account, List<HeldMandate> mandates, Set<Role> roles, Set<Scope> scopes, Channel channel) {
            this(account, mandates, roles, scopes, channel, null);
        }
    }

    /** Why a credential is not good. The sentence is an answer to whoever sent it. */
    enum Fault {
        MALFORMED("The credential is not one that this server gives or takes."),
        UNKNOWN("The credential is not known."),
        EXPIRED("The credential has expired."),
        REVOKED("The credential was revoked."),
        NO_ACCOUNT("The credential is good, but no account goes with it: an administrator creates one."),
        DISABLED("The account of the credential is disabled.");

        private final String sentence;

        Fault(String sentence) {
            this.sentence = sentence;
        }

        public String sentence() {
            return sentence;
        }
    }
}
