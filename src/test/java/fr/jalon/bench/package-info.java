/** How long a read takes, beside what its parts would take alone. */
@NullMarked
package fr.jalon.bench;

import org.jspecify.annotations.NullMarked;
