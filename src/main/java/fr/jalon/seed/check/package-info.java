/** Checks what all seed files say together. */
@NullMarked
package fr.jalon.seed.check;

import org.jspecify.annotations.NullMarked;
