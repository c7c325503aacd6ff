package fr.jalon.http;

import java.util.Locale;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

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
