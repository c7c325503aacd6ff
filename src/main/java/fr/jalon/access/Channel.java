package fr.jalon.access;

/** The way by which a request reached the program. */
public enum Channel {
    GRAPHQL,
    COMMAND,
    PAGE,
    IMPORT
}
