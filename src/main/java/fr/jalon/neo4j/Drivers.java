package fr.jalon.neo4j;

import java.net.URI;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.neo4j.driver.AuthToken;
import org.neo4j.driver.AuthTokens;
import org.neo4j.driver.Config;
import org.neo4j.driver.Driver;
import org.neo4j.driver.GraphDatabase;
import org.neo4j.driver.Logging;
import org.neo4j.driver.NotificationConfig;

/** Makes drivers that keep quiet and hold to the limits. */
final class Drivers {

    /** One that is asked, and one whose end is not noticed yet. */
    private static final int PROBES = 2;

    /** However slow the machine is. */
    private static final Duration WITHIN_THIS_PROCESS = Duration.ofMinutes(1);

    private Drivers() {}

    static Driver embedded(URI address, GraphSettings settings) {
        return GraphDatabase.driver(address, AuthTokens.none(), config(settings, WITHIN_THIS_PROCESS));
    }

    static Driver remote(GraphHome.Remote home, GraphSettings settings) {
        AuthToken token = home.user().isEmpty() ? AuthTokens.none() : AuthTokens.basic(home.user(), home.password());
        return GraphDatabase.driver(home.address(), token, config(settings, settings.connectionTimeout()));
    }

    /** A driver for nothing but probes. */
    static Driver probing(GraphHome.Remote home, GraphSettings settings) {
        GraphSettings few = new GraphSettings(
                settings.readTimeout(),
                settings.writeTimeout(),
                settings.retryFor(),
                PROBES,
                settings.connectionTimeout(),
                settings.transactionMemory());
        return remote(home, few);
    }

    private static Config config(GraphSettings settings, Duration connectedWithin) {
        long patience = settings.connectionTimeout().toMillis();
        return Config.builder()
                .withUserAgent("jalon")
                .withLogging(Logging.none())
                .withTelemetryDisabled(true)
                .withNotificationConfig(NotificationConfig.disableAllConfig())
                .withDriverMetrics()
                .withMaxConnectionPoolSize(settings.connections())
                .withConnectionAcquisitionTimeout(patience, TimeUnit.MILLISECONDS)
                .withConnectionTimeout(connectedWithin.toMillis(), TimeUnit.MILLISECONDS)
                // Pages are bounded, so that one round trip may bring all rows.
                .withFetchSize(-1)
                .build();
    }
}
