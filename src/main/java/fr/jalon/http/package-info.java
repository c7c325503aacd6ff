/** GraphQL over HTTP, pages, contract and health on one port. */
@NullMarked
package fr.jalon.http;

import org.jspecify.annotations.NullMarked;
