/** One class a command, the groups of its options, and how a command ends. */
@NullMarked
package fr.jalon.command;

import org.jspecify.annotations.NullMarked;
