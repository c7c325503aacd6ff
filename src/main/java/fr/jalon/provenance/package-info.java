/** Says where a fact comes from. */
@NullMarked
package fr.jalon.provenance;

import org.jspecify.annotations.NullMarked;
