/** Runs a GraphQL operation: parse, validate, limit, read each root field with one statement, complete, classify errors. */
@NullMarked
package fr.jalon.execution;

import org.jspecify.annotations.NullMarked;
