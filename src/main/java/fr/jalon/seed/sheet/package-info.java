/** Reads and writes spreadsheets as plain tables, whatever their format. */
@NullMarked
package fr.jalon.seed.sheet;

import org.jspecify.annotations.NullMarked;
