package fr.jalon.http;

import fr.jalon.execution.GraphQlEngine;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Everything the server has an address for. */
final class Routes {

    private static final String TRUSTED_ONLY =
            "<p class=\"jalon-notice jalon-trusted\" role=\"status\">Ce serveur ne répond qu’aux requêtes que son"
                    + " exploitant a approuvées : ce sont les onglets et les exemples de cette page. Toute autre"
                    + " requête, même modifiée d’un caractère, sera refusée.</p>";

    private final GraphQlEndpoint graphQl;
    private final SummaryEndpoint summary;
    private final CrossOrigin crossOrigin;
    private final Metrics metrics;
    private final Observation observation;
    private final byte[] contract;
    private final BooleanSupplier ready;
    private final Supplier<List<Example>> examples;
    private final Map<String, String> texts;

    Routes(
            GraphQlEngine engine,
            WebSettings settings,
            String contract,
            BooleanSupplier ready,
            Supplier<List<Example>> examples,
            Supplier<List<Meter>> meters) {
        Gate gate = new Gate(settings.load());
        Answers answers = new Answers(engine, gate, new Freshness(settings.maxAge()));
        this.graphQl = new GraphQlEndpoint(answers, settings);
        this.summary = new SummaryEndpoint(answers);
        this.metrics = new Metrics(() ->
                Stream.concat(gate.meters().stream(), meters.get().stream()).toList());
        this.observation = new Observation(metrics);
        this.crossOrigin = new CrossOrigin(settings.origins());
        this.contract = contract.getBytes(StandardCharsets.UTF_8);
        this.ready = ready;
        DocumentSettings documents = settings.documents();
        this.examples = documents.trustedOnly() ? documents::examples : examples;
        this.texts = Map.of(
                "<!-- notice -->",
                documents.trustedOnly() ? TRUSTED_ONLY : "",
                "%explain%",
                String.valueOf(settings.explain()));
    }

    void addTo(RoutesConfig routes) {
        routes.before(observation::begin);
        routes.after(observation::end);
        routes.before(context -> SecurityHeaders.addTo(context::header));
        routes.before(crossOrigin::addTo);
        if (crossOrigin.isAllowed()) {
            routes.options("/graphql", crossOrigin::preflight);
        }
        routes.post("/graphql", graphQl::post);
        read(routes, "/graphql", graphQl::get);
        read(routes, "/summary", summary::get);
        read(routes, "/", context -> context.redirect("graphiql"));
        read(routes, "/graphiql", this::editor);
        read(routes, "/assets/{name}", Pages::asset);
        read(routes, "/examples.json", context -> Reply.json(context, 200, examples.get()));
        read(routes, "/schema.graphqls", context -> Reply.send(context, 200, Reply.TEXT, contract));
        read(routes, "/metrics", metrics::show);
        read(routes, "/health/live", context -> Reply.json(context, 200, Map.of("status", "UP")));
        read(routes, "/health/ready", this::readiness);
        Refusals.addTo(routes);
    }

    /** Javalin answers HEAD with nothing unless the same handler is there for it. */
    private static void read(RoutesConfig routes, String path, Handler handler) {
        routes.get(path, handler);
        routes.head(path, handler);
    }

    /** All that the page asks for is relative to its own address, which a proxy may put below a path. */
    private void editor(Context context) throws IOException {
        if (context.path().endsWith("/")) {
            context.redirect("../graphiql");
        } else {
            Pages.page(context, "graphiql", texts);
        }
    }

    private void readiness(Context context) {
        boolean up = ready.getAsBoolean();
        Reply.json(context, up ? 200 : 503, Map.of("status", up ? "UP" : "DOWN"));
    }
}
