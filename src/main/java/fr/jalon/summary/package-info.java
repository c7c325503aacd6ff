/** The CIAD summary of a period: typed sections made from one GraphQL query, and their text as blocks, which each format writes as bytes. */
@NullMarked
package fr.jalon.summary;

import org.jspecify.annotations.NullMarked;
