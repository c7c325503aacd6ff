package fr.jalon.access;

/** What a credential lets its owner do, never more than the owner may. A session has all scopes. */
public enum Scope {
    READ,
    /** To change what is reported. */
    REPORT,
    /** To change accounts and tokens. */
    ADMINISTER
}
