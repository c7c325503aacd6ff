/** Who is asking, which mandates they hold on the day, what those allow; accounts, tokens and sessions. */
@NullMarked
package fr.jalon.access;

import org.jspecify.annotations.NullMarked;
