/** The CIAD summary of a period: sealed blocks made from one GraphQL query, and one writer per format. */
@NullMarked
package fr.jalon.summary;

import org.jspecify.annotations.NullMarked;
