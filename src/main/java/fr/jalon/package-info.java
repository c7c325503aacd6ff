/** What users and scripts start Jalon with, and the wiring of its commands. */
@NullMarked
package fr.jalon;

import org.jspecify.annotations.NullMarked;
