package fr.jalon.http;

import fr.jalon.execution.ErrorCode;
import fr.jalon.summary.Summaries;
import fr.jalon.summary.SummaryException;
import fr.jalon.summary.SummaryFormat;
import io.javalin.http.Context;
import java.io.IOException;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** {@code /summary}: the summary of a period, as a page to read and print or in another format. */
final class SummaryEndpoint {

    private final Answers answers;

    SummaryEndpoint(Answers answers) {
        this.answers = answers;
    }

    void get(Context context) throws IOException {
        context.res().addHeader("Vary", "Accept");
        Map<String, String> query = QueryString.firstOf(context);
        SummaryFormat format = wanted(query.get("format"), HeaderList.of(context, "Accept"));
        String period = Objects.requireNonNullElse(query.get("period"), "");
        try {
            answers.to(Summaries.request(period), format.mediaType(), context)
                    .ifPresent(response -> send(context, 200, format, Summaries.bytes(response, period, format)));
        } catch (SummaryException e) {
            send(context, status(e.code()), format, e.page(format));
        } catch (HttpFailure busy) {
            Reply.tell(context, busy);
            SummaryException failure = SummaryException.unavailable(period, busy);
            send(context, status(failure.code()), format, failure.page(format));
        }
    }

    private static SummaryFormat wanted(@Nullable String format, HeaderList accepted) {
        if (format == null) {
            SummaryFormat best = SummaryFormat.HTML;
            for (SummaryFormat each : SummaryFormat.values()) {
                best = accepted.weightOf(each.mediaType()) > accepted.weightOf(best.mediaType()) ? each : best;
            }
            return best;
        }
        return SummaryFormat.ofExtension(format)
                .orElseThrow(() -> HttpFailure.badRequest("format is \"%s\"; expected %s"
                        .formatted(format, SummaryFormat.either(SummaryFormat::extension))));
    }

    private static int status(ErrorCode code) {
        return switch (code) {
            case BAD_REQUEST -> 400;
            case UNAUTHENTICATED -> 401;
            case FORBIDDEN -> 403;
            case INTERNAL -> 500;
            case TIMEOUT, TOO_COSTLY, UNAVAILABLE -> 503;
        };
    }

    private static void send(Context context, int status, SummaryFormat format, byte[] written) {
        Reply.send(context, status, format.mediaType() + ";charset=utf-8", written);
    }
}
