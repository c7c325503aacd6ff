/** The server's own pages, in French: an address -> a GraphQL document and its variables -> a record -> a template. */
@NullMarked
package fr.jalon.pages;

import org.jspecify.annotations.NullMarked;
