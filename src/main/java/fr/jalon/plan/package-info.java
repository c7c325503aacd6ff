/** Turns a selection set into a tree of records that says what to read: nodes, relationships, properties, filters, pages. */
@NullMarked
package fr.jalon.plan;

import org.jspecify.annotations.NullMarked;
