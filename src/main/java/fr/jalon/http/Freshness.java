package fr.jalon.http;

import fr.jalon.execution.GraphQlResponse;
import io.javalin.http.Context;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;

/**
 * Tells clients how long an answer holds, and those who hold it already that it still does
 * (<a href="https://www.rfc-editor.org/rfc/rfc9111">RFC 9111</a>).
 *
 * @param maxAge how long an answer to a GET may be used again without asking
 */
record Freshness(Duration maxAge) {

    private static final int NOT_MODIFIED = 304;

    /** Whether the client says that it holds the answer of that tag. */
    boolean isHeld(Context context, Optional<EntityTag> tag) {
        String held = HeaderList.joined(context, "If-None-Match");
        return tag.filter(each -> each.isListedIn(held)).isPresent();
    }

    /** Answers that what the client holds is what it would be sent; a POST is told so too, being a query. */
    void confirm(Context context, EntityTag tag) throws IOException {
        context.res().addHeader("Vary", "Accept-Encoding");
        addTo(context, tag);
        context.status(NOT_MODIFIED).res().setContentType(null);
        // Otherwise the length of nothing would be told as that of the answer.
        context.res().flushBuffer();
    }

    /** Adds the headers that go with an answer; one with errors, or of a change, is never to be used again. */
    void tell(Context context, GraphQlResponse response, Optional<EntityTag> tag) {
        tag.filter(each -> response.isRepeatable())
                .ifPresentOrElse(each -> addTo(context, each), () -> context.header("Cache-Control", "no-store"));
    }

    private void addTo(Context context, EntityTag tag) {
        boolean reusable = !maxAge.isZero() && !context.method().name().equals("POST");
        context.header("ETag", tag.header())
                .header("Cache-Control", reusable ? "max-age=" + maxAge.toSeconds() : "no-cache");
    }
}
