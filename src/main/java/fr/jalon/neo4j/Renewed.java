package fr.jalon.neo4j;

import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Driver;

/** A driver, and another one in its place once its connections hang: a pool of those would never be free again. */
final class Renewed {

    private final Supplier<Driver> drivers;
    private volatile Driver current;

    Renewed(Supplier<Driver> drivers) {
        this.drivers = drivers;
        this.current = drivers.get();
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
}
