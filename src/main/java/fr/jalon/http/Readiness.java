package fr.jalon.http;

/** Whether requests can be answered now, and how soon. */
public enum Readiness {
    /** The graph does not answer. */
    DOWN,
    /** Requests are answered; what nobody asked since the start may take longer. */
    COLD,
    /** What is likely to be asked was asked before. */
    WARM
}
