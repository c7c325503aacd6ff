/** GraphQL over HTTP, pages, contract, health and metrics on one port. */
@NullMarked
package fr.jalon.http;

import org.jspecify.annotations.NullMarked;
