/** The texts of documents: recognises them by their checksums, and finds words in their lines. */
@NullMarked
package fr.jalon.seed.source;

import org.jspecify.annotations.NullMarked;
