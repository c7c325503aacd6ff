/** Reads and writes the text of seed files, and the JSON Schema that editors help with. */
@NullMarked
package fr.jalon.seed.file;

import org.jspecify.annotations.NullMarked;
