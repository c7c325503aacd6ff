package fr.jalon.http;

import java.util.Map;
import java.util.concurrent.FutureTask;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;

/** An operation that one thread brings and another does, with the trace of the one that brings it. */
final class Work<T> extends FutureTask<T> {

    private long begun;

    Work(Supplier<T> operation) {
        this(operation, MDC.getCopyOfContextMap());
    }

    private Work(Supplier<T> operation, @Nullable Map<String, String> trace) {
        super(() -> {
            MDC.setContextMap(trace == null ? Map.of() : trace);
            return operation.get();
        });
    }

    /** Tells that it begins now. */
    void begin() {
        begun = System.nanoTime();
    }

    /** How many nanoseconds ago it began. */
    long age() {
        return System.nanoTime() - begun;
    }
}
