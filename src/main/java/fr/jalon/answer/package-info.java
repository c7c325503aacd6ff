/** Rows of the graph to JSON: completes what the statements of a root field found to its answer, by its plan. */
@NullMarked
package fr.jalon.answer;

import org.jspecify.annotations.NullMarked;
