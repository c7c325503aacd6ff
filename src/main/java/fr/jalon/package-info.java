/** The commands of Jalon, its settings, and the wiring of all parts on one page. */
@NullMarked
package fr.jalon;

import org.jspecify.annotations.NullMarked;
