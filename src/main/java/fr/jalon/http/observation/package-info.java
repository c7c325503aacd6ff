/** What is told of requests to whoever runs the server: a line in the log, a trace, numbers for Prometheus. */
@NullMarked
package fr.jalon.http.observation;

import org.jspecify.annotations.NullMarked;
