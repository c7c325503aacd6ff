/** Reads the seed files, validates them and loads them into the graph. */
@NullMarked
package fr.jalon.seed;

import org.jspecify.annotations.NullMarked;
