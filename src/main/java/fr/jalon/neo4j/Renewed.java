package fr.jalon.neo4j;

import java.util.Objects;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Driver;

/** A driver, and another one in its place once its connections hang: a pool of those would never be free again. */
final class Renewed {

    private final Supplier<Driver> drivers;
    private final AtomicReference<Driver> current;

    Renewed(Supplier<Driver> drivers) {
        this.drivers = drivers;
        this.current = new AtomicReference<>(drivers.get());
    }

    Driver get() {
        return Objects.requireNonNull(current.get());
    }

    /** Puts another in the place of that one, unless somebody did so already. */
    void renew(Driver hanging) {
        if (current.get() == hanging) {
            Driver fresh = drivers.get();
            Driver unused = current.compareAndSet(hanging, fresh) ? hanging : fresh;
            // Nobody waits for connections that may never end.
            unused.closeAsync();
        }
    }

    CompletionStage<@Nullable Void> close() {
        return get().closeAsync();
    }
}
