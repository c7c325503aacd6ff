package fr.jalon.neo4j;

import java.net.URI;
import java.time.Duration;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.AuthToken;
import org.neo4j.driver.AuthTokens;
import org.neo4j.driver.Config;
import org.neo4j.driver.Driver;
import org.neo4j.driver.GraphDatabase;
import org.neo4j.driver.Logging;
import org.neo4j.driver.NotificationConfig;

/**
 * A driver that keeps quiet and holds to the limits, and another one in its place once its connections hang: a pool of those
 * would never be free again.
 */
final class RenewableDriver {

    /** One that is asked, and one whose end is not noticed yet. */
    private static final int PROBES = 2;

    /** However slow the machine is. */
    private static final Duration WITHIN_THIS_PROCESS = Duration.ofMinutes(1);

    private final Supplier<Driver> drivers;
    private volatile Driver current;

    private RenewableDriver(Supplier<Driver> drivers) {
        this.drivers = drivers;
        this.current = drivers.get();
    }

    /** Of a server within this process. */
    static RenewableDriver embedded(URI address, GraphSettings settings) {
        return new RenewableDriver(
                () -> GraphDatabase.driver(address, AuthTokens.none(), config(settings, WITHIN_THIS_PROCESS)));
    }

    /** Of a server or cluster elsewhere. */
    static RenewableDriver remote(GraphHome.Remote home, GraphSettings settings) {
        AuthToken token = home.user().isEmpty() ? AuthTokens.none() : AuthTokens.basic(home.user(), home.password());
        return new RenewableDriver(
                () -> GraphDatabase.driver(home.address(), token, config(settings, settings.connectionTimeout())));
    }

    /** The same for nothing but probes. */
    static RenewableDriver probing(GraphHome.Remote home, GraphSettings settings) {
        GraphSettings few = new GraphSettings(
                settings.readTimeout(),
                settings.writeTimeout(),
                settings.retryFor(),
                PROBES,
                settings.connectionTimeout(),
                settings.transactionMemory());
        return remote(home, few);
    }

    Driver get() {
        return current;
    }

    /** Puts another in the place of that one, unless somebody did so already. */
    @SuppressWarnings("ReferenceEquality") // Of two drivers for one address, one hangs.
    synchronized void renew(Driver hanging) {
        if (current == hanging) {
            current = drivers.get();
            // Nobody waits for connections that may never end.
            hanging.closeAsync();
        }
    }

    CompletionStage<@Nullable Void> close() {
        return current.closeAsync();
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
