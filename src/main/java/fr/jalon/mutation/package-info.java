/** What people may report: each mutation checks what it is given and says what it changes; {@link Mutations} does the rest. */
@NullMarked
package fr.jalon.mutation;

import org.jspecify.annotations.NullMarked;
