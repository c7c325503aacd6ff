/** Makes the graph of a seed and brings the stored one in line with it. */
@NullMarked
package fr.jalon.seed.load;

import org.jspecify.annotations.NullMarked;
