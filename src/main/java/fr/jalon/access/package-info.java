/** Who is asking, which mandates they hold on the day, and what those allow. */
@NullMarked
package fr.jalon.access;

import org.jspecify.annotations.NullMarked;
