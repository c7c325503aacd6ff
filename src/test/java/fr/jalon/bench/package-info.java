/** What the server costs: time, throughput, size of graphs, memory, each beside what its parts would cost alone. */
@NullMarked
package fr.jalon.bench;

import org.jspecify.annotations.NullMarked;
