/** Reads the contract and maps types to labels, fields to properties and relationships. */
@NullMarked
package fr.jalon.schema;

import org.jspecify.annotations.NullMarked;
