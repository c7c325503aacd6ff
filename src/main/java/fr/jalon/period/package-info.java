/** A period of time in every usual writing, as an interval and back. */
@NullMarked
package fr.jalon.period;

import org.jspecify.annotations.NullMarked;
