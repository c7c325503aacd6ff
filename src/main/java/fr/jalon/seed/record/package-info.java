/** What seed files say as records of the contract's types, and the problems found in them. */
@NullMarked
package fr.jalon.seed.record;

import org.jspecify.annotations.NullMarked;
