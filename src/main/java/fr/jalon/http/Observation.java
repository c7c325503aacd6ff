package fr.jalon.http;

import io.javalin.http.Context;
import org.slf4j.MDC;

/** Accompanies each request: gives it a trace, counts it, writes its line in the log, and sends its answer. */
final class Observation {

    private static final String TRACE = "trace";

    private final Metrics metrics;

    Observation(Metrics metrics) {
        this.metrics = metrics;
    }

    void begin(Context context) {
        Trace trace = Exchange.begin(context).trace();
        context.header("traceresponse", trace.response());
        MDC.put(TRACE, trace.id());
    }

    void end(Context context) {
        Exchange exchange = Exchange.of(context);
        metrics.count(context, exchange);
        RequestLog.write(context, exchange);
        MDC.remove(TRACE);
        // Who was answered finds the request counted.
        Reply.deliver(context);
    }
}
