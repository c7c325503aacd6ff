package fr.jalon.http;

import fr.jalon.execution.GraphQlEngine;
import fr.jalon.http.documents.DocumentSettings;
import fr.jalon.http.documents.Examples.Example;
import fr.jalon.http.observation.Meter;
import fr.jalon.http.observation.Metrics;
import fr.jalon.http.observation.Observation;
import fr.jalon.pages.Pages;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
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
    private final BrowserPolicy browsers;
    private final Authenticator authenticator;
    private final SignInEndpoint signIn;
    private final Metrics metrics;
    private final Observation observation;
    private final PageEndpoint pages;
    private final Site site;
    private final Supplier<Readiness> readiness;
    private final Supplier<List<Example>> examples;
    private final Map<String, String> texts;

    Routes(
            GraphQlEngine engine,
            WebSettings settings,
            Site site,
            WebServer.Access access,
            Supplier<Readiness> readiness,
            Supplier<List<Meter>> meters) {
        Gate gate = new Gate(settings.load());
        Answers answers = new Answers(engine, gate, settings.maxAge());
        TableEndpoint tables = new TableEndpoint(answers, site.contract());
        this.graphQl = new GraphQlEndpoint(answers, tables, settings, Pages.asked());
        this.pages = new PageEndpoint(answers, tables, site.pages());
        this.summary = new SummaryEndpoint(answers);
        this.metrics = new Metrics(() ->
                Stream.concat(gate.meters().stream(), meters.get().stream()).toList());
        this.observation = new Observation(metrics);
        this.browsers = new BrowserPolicy(settings.origins());
        URI under = settings.access()
                .provider()
                .map(AccessSettings.Provider::address)
                .orElse(null);
        SessionCookie cookie = new SessionCookie(under != null && "https".equals(under.getScheme()));
        this.authenticator = new Authenticator(access.authentication(), settings.access(), cookie);
        this.signIn = new SignInEndpoint(
                access.authentication(),
                settings.access(),
                cookie,
                () -> under == null ? access.address().get().resolve("/") : under);
        this.site = site;
        this.readiness = readiness;
        DocumentSettings documents = settings.documents();
        this.examples = documents.trustedOnly() ? documents::examples : site.examples();
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
        routes.before(authenticator::identify);
        routes.exception(Authenticator.SignInFirst.class, (reader, context) -> signIn.lead(context, reader.page()));
        if (browsers.isAllowed()) {
            routes.options("/graphql", browsers::preflight);
        }
        routes.post("/graphql", graphQl::post);
        read(routes, "/graphql", graphQl::get);
        read(routes, "/summary", summary::get);
        read(routes, "/graphiql", this::editor);
        read(routes, "/assets/{name}", WebFiles::asset);
        read(routes, "/examples.json", context -> Reply.json(context, 200, examples.get()));
        read(routes, "/schema.graphqls", this::contract);
        read(routes, "/metrics", context -> Reply.send(context, 200, metrics.contentType(), metrics.text()));
        read(routes, "/health/live", context -> Reply.json(context, 200, Map.of("status", "UP")));
        read(routes, "/health/ready", this::readiness);
        routes.get("/connexion", signIn::begin);
        routes.get("/connexion/retour", signIn::end);
        routes.get("/deconnexion", signIn::ask);
        routes.post("/deconnexion", signIn::signOut);
        // What is more exact stands above.
        read(routes, "/", pages::get);
        read(routes, "/{page}", pages::get);
        read(routes, "/{kind}/<slug>", pages::get);
        Refusals.addTo(routes);
    }

    /** The contract, its descriptions in French for whoever would rather read that. */
    private void contract(Context context) {
        context.res().addHeader("Vary", "Accept-Language");
        String language = QueryString.firstOf(context).getOrDefault("langue", "");
        if (!Set.of("", "fr", "en").contains(language)) {
            throw HttpFailure.badRequest("langue is \"%s\"; expected fr or en".formatted(language));
        }
        HeaderList accepted = HeaderList.of(context, "Accept-Language");
        boolean french = language.isEmpty()
                ? accepted.weightOfLanguage("fr") > accepted.weightOfLanguage("en")
                : language.equals("fr");
        String text = french ? site.french().get() : site.contract();
        Reply.send(context, 200, Reply.TEXT, text.getBytes(StandardCharsets.UTF_8));
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
            WebFiles.page(context, "graphiql", texts);
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
}
