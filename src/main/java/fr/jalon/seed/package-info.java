/** The facts that seed files state: read, checked, and ready for whoever loads, changes or compares them. */
@NullMarked
package fr.jalon.seed;

import org.jspecify.annotations.NullMarked;
