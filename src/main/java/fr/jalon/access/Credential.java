package fr.jalon.access;

import java.util.Set;

/** What a request brings to say who asks. */
public sealed interface Credential {

    /** A secret that the graph keeps as its hash. */
    sealed interface Kept extends Credential {

        /** SHA-256 of the secret, in hexadecimal digits. */
        String hash();
    }

    /** Whether a text is meant as a token of ours. */
    static boolean isToken(String written) {
        return written.startsWith(Secrets.PREFIX);
    }

    /** A token of ours. */
    record Token(String hash) implements Kept {

        /** The token that is written so; throws {@link IllegalArgumentException} for what this program never wrote. */
        public static Token of(String written) {
            return new Token(Secrets.hash(Secrets.requireToken(written)));
        }
    }

    /** The session of a browser. */
    record Session(String hash) implements Kept {

        public static Session of(String secret) {
            return new Session(Secrets.hash(secret));
        }

        /** What the forms of a session hold, which nobody can tell who does not know its secret. */
        public static String formToken(String secret) {
            return Secrets.hash("form " + secret);
        }

        /** Whether a form was sent from within the session. */
        public static boolean isFormToken(String given, String secret) {
            return Secrets.same(given, formToken(secret));
        }
    }

    /**
     * Somebody that a provider of identities vouches for.
     *
     * @param issuer of the provider
     * @param subject by which the provider knows them, for ever
     * @param scopes what they let this request do
     */
    record Subject(String issuer, String subject, Set<Scope> scopes) implements Credential {

        public Subject {
            scopes = Set.copyOf(scopes);
        }
    }
}
