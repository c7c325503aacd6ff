/** What an answer costs, estimated from the counts of the graph. */
@NullMarked
package fr.jalon.cost;

import org.jspecify.annotations.NullMarked;
