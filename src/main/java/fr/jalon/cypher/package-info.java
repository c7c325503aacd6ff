/** Renders a plan as one Cypher statement; values are parameters only. */
@NullMarked
package fr.jalon.cypher;

import org.jspecify.annotations.NullMarked;
