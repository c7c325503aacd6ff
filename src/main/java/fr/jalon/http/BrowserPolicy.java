package fr.jalon.http;

import io.javalin.http.Context;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Tells browsers what they may do with answers: run only what this server sent, and let pages of some other servers ask it
 * (<a href="https://fetch.spec.whatwg.org/#http-cors-protocol">Fetch, CORS protocol</a>).
 */
final class BrowserPolicy {

    /** The headers every answer carries. */
    private static final Map<String, String> HEADERS = Map.of(
            // The editor writes style elements and attributes; scripts and workers come as files only.
            "Content-Security-Policy",
            "default-src 'none'; script-src 'self'; worker-src 'self'; connect-src 'self'; img-src 'self' data:; "
                    + "font-src 'self' data:; style-src 'self' 'unsafe-inline'; base-uri 'none'; form-action 'self'; "
                    + "frame-ancestors 'none'",
            "X-Content-Type-Options",
            "nosniff",
            "X-Frame-Options",
            "DENY",
            "Referrer-Policy",
            "no-referrer",
            "Cross-Origin-Opener-Policy",
            "same-origin",
            "Cross-Origin-Resource-Policy",
            "same-origin",
            "Cache-Control",
            "no-cache");

    private static final String ANY = "*";
    private static final Pattern HEADER_NAMES = Pattern.compile("[A-Za-z0-9-]+(?: *, *[A-Za-z0-9-]+)*+");
    private static final String SECONDS_TO_KEEP = "7200";

    private final List<String> origins;

    BrowserPolicy(List<String> origins) {
        this.origins = List.copyOf(origins);
    }

    /** Adds what every answer carries. */
    static void secure(BiConsumer<String, String> response) {
        HEADERS.forEach(response);
    }

    /** Whether there is any other server whose pages may ask. */
    boolean isAllowed() {
        return !origins.isEmpty();
    }

    /** Lets the page read the answer if its server is one of those that may. */
    void addTo(Context context) {
        if (!isAllowed()) {
            return;
        }
        context.res().addHeader("Vary", "Origin");
        String allowed = allowed(HeaderList.single(context, "Origin"));
        if (allowed != null) {
            context.header("Access-Control-Allow-Origin", allowed)
                    .header("Access-Control-Expose-Headers", "ETag, Retry-After, traceresponse");
        }
    }

    /** Answers a browser that asks whether the page may send what it is about to send. */
    void preflight(Context context) {
        context.res().addHeader("Vary", "Access-Control-Request-Method, Access-Control-Request-Headers");
        context.status(204);
        if (allowed(HeaderList.single(context, "Origin")) == null) {
            return;
        }
        context.header("Access-Control-Allow-Methods", "GET, HEAD, POST")
                .header("Access-Control-Max-Age", SECONDS_TO_KEEP);
        String names = HeaderList.joined(context, "Access-Control-Request-Headers");
        if (names != null && HEADER_NAMES.matcher(names).matches()) {
            context.header("Access-Control-Allow-Headers", names);
        }
    }

    private @Nullable String allowed(@Nullable String origin) {
        if (origin == null) {
            return null;
        }
        return origins.contains(ANY) ? ANY : origins.contains(origin) ? origin : null;
    }
}
