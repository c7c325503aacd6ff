package fr.jalon.neo4j;

import fr.jalon.cypher.CypherStatement;

/** Hears of every statement a transaction sends, on the thread that sends it; safe for many threads. */
@FunctionalInterface
public interface StatementListener {

    /** Called once a statement was sent, before its rows are read; retries are heard of again. */
    void ran(CypherStatement statement);

    /** Ignores what it hears. */
    static StatementListener silent() {
        return statement -> {};
    }
}
