package fr.jalon.http;

import io.javalin.http.Context;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;

/**
 * Writes one line a request, as {@code key=value}: never an address, a document or a value that a client wrote.
 *
 * <p>Like every line, it gets its trace from the pattern of the log.
 */
final class RequestLog {

    private static final Logger LOG = LoggerFactory.getLogger("fr.jalon.requests");
    private static final Set<String> ASKED_ALL_THE_TIME =
            Set.of("/health/live", "/health/ready", "/metrics", "/assets/{name}");

    private RequestLog() {}

    static void write(Context context, Exchange exchange) {
        String route = Exchange.route(context);
        Level level = ASKED_ALL_THE_TIME.contains(route) ? Level.DEBUG : Level.INFO;
        if (!LOG.isEnabledForLevel(level)) {
            return;
        }
        StringBuilder line = new StringBuilder();
        add(line, "method", context.method().name());
        add(line, "route", route);
        add(line, "status", context.statusCode());
        add(line, "operation", Objects.requireNonNullElse(exchange.operation(), "-"));
        add(line, "errors", exchange.codes().isEmpty() ? "-" : String.join(",", exchange.codes()));
        add(line, "cost", exchange.cost().isPresent() ? exchange.cost().getAsLong() : "-");
        add(line, "ms", String.format(Locale.ROOT, "%.1f", exchange.soFar().toNanos() / 1e6));
        add(line, "bytes", Objects.requireNonNullElse(context.res().getHeader("Content-Length"), "0"));
        LOG.atLevel(level).log(line.toString());
    }

    private static void add(StringBuilder line, String key, Object value) {
        line.append(line.isEmpty() ? "" : " ").append(key).append('=').append(value);
    }
}
