package fr.jalon.http;

import fr.jalon.execution.GraphQlEngine;
import fr.jalon.http.documents.DocumentSettings;
import fr.jalon.http.documents.Examples.Example;
import fr.jalon.http.observation.Meter;
import fr.jalon.http.observation.Metrics;
import fr.jalon.http.observation.Observation;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Everything the server has an address for. */
final class Routes {

    private static final String TRUSTED_ONLY =
            "<p class=\"jalon-notice jalon-trusted\" role=\"status\">Ce serveur ne répond qu’aux requêtes que son"
                    + " exploitant a approuvées : ce sont les onglets et les exemples de cette page. Toute autre"
                    + " requête, même modifiée d’un caractère, sera refusée.</p>";

    private final GraphQlEndpoint graphQl;
    private final SummaryEndpoint summary;
    private final BrowserPolicy browsers;
    private final Metrics metrics;
    private final Observation observation;
    private final byte[] contract;
    private final Supplier<Readiness> readiness;
    private final Supplier<List<Example>> examples;
    private final Map<String, String> texts;

    Routes(
            GraphQlEngine engine,
            WebSettings settings,
            String contract,
            Supplier<Readiness> readiness,
            Supplier<List<Example>> examples,
            Supplier<List<Meter>> meters) {
        Gate gate = new Gate(settings.load());
        Answers answers = new Answers(engine, gate, settings.maxAge());
        this.graphQl = new GraphQlEndpoint(answers, new TableEndpoint(answers, contract), settings);
        this.summary = new SummaryEndpoint(answers);
        this.metrics = new Metrics(() ->
                Stream.concat(gate.meters().stream(), meters.get().stream()).toList());
        this.observation = new Observation(metrics);
        this.browsers = new BrowserPolicy(settings.origins());
        this.contract = contract.getBytes(StandardCharsets.UTF_8);
        this.readiness = readiness;
        DocumentSettings documents = settings.documents();
        this.examples = documents.trustedOnly() ? documents::examples : examples;
        this.texts = Map.of(
                "<!-- notice -->",
                documents.trustedOnly() ? TRUSTED_ONLY : "",
                "%explain%",
                String.valueOf(settings.explain()));
    }

    void addTo(RoutesConfig routes) {
        routes.before(context -> observation.begin(context, HeaderList.single(context, "traceparent")));
        routes.after(observation::end);
        // Who was answered finds the request counted.
        routes.after(Reply::deliver);
        routes.before(context -> BrowserPolicy.secure(context::header));
        routes.before(browsers::addTo);
        if (browsers.isAllowed()) {
            routes.options("/graphql", browsers::preflight);
        }
        routes.post("/graphql", graphQl::post);
        read(routes, "/graphql", graphQl::get);
        read(routes, "/summary", summary::get);
        read(routes, "/", context -> context.redirect("graphiql"));
        read(routes, "/graphiql", this::editor);
        read(routes, "/assets/{name}", Pages::asset);
        read(routes, "/examples.json", context -> Reply.json(context, 200, examples.get()));
        read(routes, "/schema.graphqls", context -> Reply.send(context, 200, Reply.TEXT, contract));
        read(routes, "/metrics", context -> Reply.send(context, 200, metrics.contentType(), metrics.text()));
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
        switch (readiness.get()) {
            case DOWN -> Reply.json(context, 503, Map.of("status", "DOWN"));
            case COLD -> Reply.json(context, 200, readiness(false));
            case WARM -> Reply.json(context, 200, readiness(true));
        }
    }

    private static Map<String, Object> readiness(boolean warm) {
        Map<String, Object> up = new LinkedHashMap<>();
        up.put("status", "UP");
        up.put("warm", warm);
        return up;
    }

    /** The pages and what they load, from the class path, as the build of the pages left them. */
    static final class Pages {

        private static final String FOLDER = "/web/";
        private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_-]+\\.([a-z0-9]+)");
        private static final Map<String, String> TYPES = Map.of(
                "html", "text/html;charset=utf-8",
                "js", "text/javascript;charset=utf-8",
                "css", "text/css;charset=utf-8",
                "svg", "image/svg+xml",
                "ttf", "font/ttf",
                "woff2", "font/woff2");

        private Pages() {}

        /**
         * A page, which browsers ask for again each time since its name stays the same.
         *
         * @param texts what it holds in the place of each of its marks
         */
        static void page(Context context, String name, Map<String, String> texts) throws IOException {
            byte[] page = read(FOLDER + name + ".html");
            if (page == null) {
                throw HttpFailure.notFound(context.path());
            }
            String text = new String(page, StandardCharsets.UTF_8);
            for (Map.Entry<String, String> each : texts.entrySet()) {
                text = text.replace(each.getKey(), each.getValue());
            }
            Reply.send(context, 200, "text/html;charset=utf-8", text.getBytes(StandardCharsets.UTF_8));
        }

        /** A file whose name changes with its content, so that browsers may keep it for good. */
        static void asset(Context context) throws IOException {
            String name = context.pathParam("name");
            var parts = NAME.matcher(name);
            String type = parts.matches() ? TYPES.get(parts.group(1)) : null;
            if (type == null) {
                throw HttpFailure.notFound(context.path());
            }
            boolean takesGzip = Reply.takesGzip(context);
            byte[] body = read(FOLDER + "assets/" + name + (takesGzip ? ".gz" : ""));
            if (body == null) {
                throw HttpFailure.notFound(context.path());
            }
            context.header("Cache-Control", "public, max-age=31536000, immutable")
                    .header("Vary", "Accept-Encoding");
            Reply.write(context, 200, type, body, takesGzip);
        }

        private static byte @Nullable [] read(String resource) throws IOException {
            try (InputStream stream = Pages.class.getResourceAsStream(resource)) {
                return stream == null ? null : stream.readAllBytes();
            }
        }
    }
}
