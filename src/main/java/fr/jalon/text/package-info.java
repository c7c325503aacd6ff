/** Words as people write them: how far apart two of them are, and which one was meant. */
@NullMarked
package fr.jalon.text;

import org.jspecify.annotations.NullMarked;
