package fr.jalon.access;

/** What an account may beside its mandates. */
public enum Role {
    /** Keeps the whole graph: everything of the domain, arbitration, acceptance and verification. */
    SECRETARIAT("Secrétariat"),
    /** Keeps accounts and tokens, and nothing of the domain. */
    ADMINISTRATOR("Administrateur");

    private final String function;

    Role(String function) {
        this.function = function;
    }

    /** As the public reads who did it. */
    public String function() {
        return function;
    }
}
