/** Talks to the graph: driver life cycle, embedded server and reads within it, transactions; a statement in, rows out. */
@NullMarked
package fr.jalon.neo4j;

import org.jspecify.annotations.NullMarked;
