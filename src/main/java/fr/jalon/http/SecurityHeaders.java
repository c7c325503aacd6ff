package fr.jalon.http;

import java.util.Map;
import java.util.function.BiConsumer;

/** The headers every answer carries, so that a browser runs only what this server sent. */
final class SecurityHeaders {

    private static final Map<String, String> HEADERS = Map.of(
            // The editor writes style elements and attributes; scripts and workers come as files only.
            "Content-Security-Policy",
            "default-src 'none'; script-src 'self'; worker-src 'self'; connect-src 'self'; img-src 'self' data:; "
                    + "font-src 'self' data:; style-src 'self' 'unsafe-inline'; base-uri 'none'; form-action 'none'; "
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

    private SecurityHeaders() {}

    static void addTo(BiConsumer<String, String> response) {
        HEADERS.forEach(response);
    }
}
