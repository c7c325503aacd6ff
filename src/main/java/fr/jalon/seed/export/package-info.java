/** Writes the graph as seed files, which load to the same graph. */
@NullMarked
package fr.jalon.seed.export;

import org.jspecify.annotations.NullMarked;
