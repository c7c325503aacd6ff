/**
 * The one way into the graph for facts: whoever states one, a seed, a person or a harvest, writes it here.
 *
 * <p>A write is a {@link FactTransaction}. It takes the lock of the {@link Revision}, so that writers of one graph come one
 * by one; then the old values are read, what an {@link Origin} states is written with all that follows from it, and the
 * revision advances. What keeps a history of a change writes it in the same transaction, between the two.
 *
 * <p><b>Several origins may state the same thing, and each takes back its own statements only.</b>
 *
 * <ul>
 *   <li>{@code origin} of a node or relationship names who wrote it first; {@code others} lists who states it as well.
 *   <li>Of a field, what was reported stands over what documents say. {@code origin.<field>} names who stated the value that
 *       stands, where that is not the node's origin, and {@code seed.<field>} keeps what the documents say beneath it, which
 *       stands again once the report is taken back. Copies for search and order follow from what stands.
 *   <li>A node that its origin takes back goes, unless others state something of it or are linked to it. Then it stays as it
 *       was stated last, with what leads out of it, and has no origin; whoever states it again gets it back.
 * </ul>
 *
 * <p>So a load of a seed, changed or not, does nothing to what others wrote.
 */
@NullMarked
package fr.jalon.fact;

import org.jspecify.annotations.NullMarked;
