package fr.jalon.http.observation;

import io.javalin.http.Context;
import io.prometheus.metrics.config.EscapingScheme;
import io.prometheus.metrics.core.metrics.Counter;
import io.prometheus.metrics.core.metrics.Histogram;
import io.prometheus.metrics.expositionformats.PrometheusTextFormatWriter;
import io.prometheus.metrics.model.registry.MultiCollector;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import io.prometheus.metrics.model.snapshots.CounterSnapshot;
import io.prometheus.metrics.model.snapshots.CounterSnapshot.CounterDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot.GaugeDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.MetricSnapshot;
import io.prometheus.metrics.model.snapshots.MetricSnapshots;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/**
 * Counts requests for Prometheus
 * (<a href="https://prometheus.io/docs/instrumenting/exposition_formats/">Exposition formats</a>).
 */
public final class Metrics {

    private static final double[] SECONDS = {0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10};

    private final PrometheusRegistry registry = new PrometheusRegistry();
    private final PrometheusTextFormatWriter writer = PrometheusTextFormatWriter.create();
    private final BoundedNames names = new BoundedNames();
    private final Counter requests = Counter.builder()
            .name("jalon_http_requests")
            .help("Requests answered, by route and status; 304 went to who held the answer already.")
            .labelNames("route", "status")
            .register(registry);
    private final Counter errors = Counter.builder()
            .name("jalon_graphql_errors")
            .help("Errors told to clients, by extensions.code.")
            .labelNames("code")
            .register(registry);
    private final Histogram seconds = Histogram.builder()
            .name("jalon_graphql_operation_seconds")
            .help("Time from the request to the answer, by name of the operation.")
            .labelNames("operation")
            .classicOnly()
            .classicUpperBounds(SECONDS)
            .withoutExemplars()
            .register(registry);

    /** Metrics of this room, and those of others. */
    public Metrics(Supplier<List<Meter>> others) {
        registry.register((MultiCollector) () ->
                new MetricSnapshots(others.get().stream().map(Metrics::snapshot).toList()));
    }

    /** Counts a request and its answer. */
    void count(Context context, Exchange exchange) {
        int status = context.statusCode();
        requests.labelValues(Exchange.route(context), String.valueOf(status)).inc();
        exchange.codes().forEach(code -> errors.labelValues(code).inc());
        String operation = exchange.operation();
        if (operation != null) {
            boolean ran = exchange.codes().isEmpty();
            seconds.labelValues(names.of(operation, ran))
                    .observe(exchange.soFar().toNanos() / 1e9);
        }
    }

    /** The media type of {@link #text}. */
    public String contentType() {
        return writer.getContentType();
    }

    /** All numbers, as Prometheus reads them. */
    public byte[] text() throws IOException {
        ByteArrayOutputStream text = new ByteArrayOutputStream();
        writer.write(text, registry.scrape(), EscapingScheme.DEFAULT);
        return text.toByteArray();
    }

    private static MetricSnapshot snapshot(Meter meter) {
        double value = (double) meter.value().getAsLong();
        return switch (meter.kind()) {
            case TOTAL ->
                CounterSnapshot.builder()
                        .name(meter.name())
                        .help(meter.help())
                        .dataPoint(
                                CounterDataPointSnapshot.builder().value(value).build())
                        .build();
            case LEVEL ->
                GaugeSnapshot.builder()
                        .name(meter.name())
                        .help(meter.help())
                        .dataPoint(GaugeDataPointSnapshot.builder().value(value).build())
                        .build();
        };
    }

    /** Keeps the names that clients invent from filling the memory of who counts by them. */
    static final class BoundedNames {

        private static final int MOST = 50;
        private static final String OTHER = "other";

        private final Set<String> known = ConcurrentHashMap.newKeySet();

        /** The name, or that of all the others; only what was answered well makes a name known. */
        String of(String name, boolean answeredWell) {
            if (known.contains(name)) {
                return name;
            }
            return answeredWell && known.size() < MOST && known.add(name) ? name : OTHER;
        }
    }
}
