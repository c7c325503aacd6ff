package fr.jalon.access;

import java.util.Optional;

/** Who asks, by what they bring; what a server needs of {@link Callers}, and can be waited for. */
public interface Authentication {

    /** Whoever brings the credential. */
    Caller identify(Credential credential, Channel channel);

    /**
     * Begins a session of whom a provider vouches for.
     *
     * @return the secret for the browser's cookie; empty where no account goes with the identity, or a disabled one
     */
    Optional<String> signIn(Identity identity);

    /** Ends a session; one that is not there is over already. */
    void signOut(String secret);
}
