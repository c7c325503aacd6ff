package fr.jalon.neo4j;

import java.util.function.ToIntFunction;
import org.neo4j.driver.ConnectionPoolMetrics;
import org.neo4j.driver.Driver;

/**
 * The connections to the graph.
 *
 * @param used by transactions that run
 * @param idle open and free
 * @param awaited by transactions that wait for one
 */
public record Connections(int used, int idle, int awaited) {

    static Connections of(Driver driver) {
        return new Connections(
                sum(driver, ConnectionPoolMetrics::inUse),
                sum(driver, ConnectionPoolMetrics::idle),
                sum(driver, ConnectionPoolMetrics::acquiring));
    }

    private static int sum(Driver driver, ToIntFunction<ConnectionPoolMetrics> number) {
        return driver.metrics().connectionPoolMetrics().stream()
                .mapToInt(number)
                .sum();
    }
}
