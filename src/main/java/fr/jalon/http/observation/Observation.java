package fr.jalon.http.observation;

import io.javalin.http.Context;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
import org.slf4j.event.Level;

/** Accompanies each request: gives it a trace, counts it, and writes its line in the log. */
public final class Observation {

    private static final String TRACE = "trace";

    private final Metrics metrics;

    /** An observation that counts there. */
    public Observation(Metrics metrics) {
        this.metrics = metrics;
    }

    /**
     * Begins with a request.
     *
     * @param parent the {@code traceparent} of its client, if it sent one
     */
    public void begin(Context context, @Nullable String parent) {
        Trace trace = Trace.of(parent);
        Exchange.begin(context);
        context.header("traceresponse", trace.response());
        MDC.put(TRACE, trace.id());
    }

    /** Ends with an answer that is ready to be sent. */
    public void end(Context context) {
        Exchange exchange = Exchange.of(context);
        metrics.count(context, exchange);
        RequestLog.write(context, exchange);
        MDC.remove(TRACE);
    }

    /**
     * Writes one line a request, as {@code key=value}: never an address, a document or a value that a client wrote.
     *
     * <p>Like every line, it gets its trace from the pattern of the log.
     */
    static final class RequestLog {

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

    /**
     * Ties a request to what its client does elsewhere
     * (<a href="https://www.w3.org/TR/trace-context/">W3C Trace Context</a>).
     *
     * @param id 32 hexadecimal digits, the same for all that belongs together
     * @param span 16 hexadecimal digits, this request's own
     * @param flags 2 hexadecimal digits, as the client sent them
     */
    record Trace(String id, String span, String flags) {

        private static final Pattern PARENT =
                Pattern.compile("(?!ff)[0-9a-f]{2}-(?!0{32})([0-9a-f]{32})-(?!0{16})[0-9a-f]{16}-([0-9a-f]{2})(-.*)?");
        private static final Pattern LONGER_THAN_VERSION_0_ALLOWS = Pattern.compile("00-.{53}.*");
        private static final String NOT_SAMPLED = "00";

        /** The trace that a {@code traceparent} names, or else a new one. */
        static Trace of(@Nullable String parent) {
            Matcher found = PARENT.matcher(parent == null ? "" : parent);
            boolean taken = found.matches()
                    && !LONGER_THAN_VERSION_0_ALLOWS.matcher(found.group()).matches();
            return taken
                    ? new Trace(found.group(1), random(), found.group(2))
                    : new Trace(random() + random(), random(), NOT_SAMPLED);
        }

        /** The value of {@code traceresponse}, by which the client finds this request again. */
        String response() {
            return "00-%s-%s-%s".formatted(id, span, flags);
        }

        private static String random() {
            long number = ThreadLocalRandom.current().nextLong();
            return String.format(Locale.ROOT, "%016x", number == 0 ? 1 : number);
        }
    }
}
