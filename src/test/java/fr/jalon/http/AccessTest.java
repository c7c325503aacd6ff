package fr.jalon.http;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import fr.jalon.access.Account;
import fr.jalon.access.AccountChanges;
import fr.jalon.access.Caller;
import fr.jalon.access.Callers;
import fr.jalon.access.Channel;
import fr.jalon.access.DirectoryGraph;
import fr.jalon.access.Role;
import fr.jalon.access.Scope;
import fr.jalon.access.Tokens;
import fr.jalon.execution.AnswerKey;
import fr.jalon.execution.GraphQlEngine;
import fr.jalon.execution.GraphQlRequest;
import fr.jalon.execution.GraphQlResponse;
import fr.jalon.http.AccessSettings.Provider;
import fr.jalon.neo4j.Graph;
import fr.jalon.neo4j.Transaction;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import no.nav.security.mock.oauth2.MockOAuth2Server;
import no.nav.security.mock.oauth2.OAuth2Config;
import no.nav.security.mock.oauth2.http.NettyWrapper;
import no.nav.security.mock.oauth2.http.Route;
import no.nav.security.mock.oauth2.token.DefaultOAuth2TokenCallback;
import no.nav.security.mock.oauth2.token.OAuth2TokenProvider;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;

/** Who asks a server: programs by their tokens, people by a provider of identities and the session that begins there. */
class AccessTest {

    private static final String JEANNE = "account/jeanne-martin";
    private static final String EMAIL = "jeanne.martin@exemple.gouv.fr";
    private static final String SECRET = "the client's secret";
    private static final Pattern FORM_TOKEN = Pattern.compile("name=\"jeton\" value=\"([0-9a-f]{64})\"");

    @TempDir
    private static Path folder = Path.of("");

    private static Graph graph;
    private static Callers callers;
    private static MockOAuth2Server idp;

    /** Every secret that was made or sent, to be looked for in the log. */
    private static final Set<String> SECRETS = ConcurrentHashMap.newKeySet();

    private static final ListAppender<ILoggingEvent> LOG = new ListAppender<>();

    private final HttpClient client = HttpClient.newHttpClient();
    private final Witness engine = new Witness(new TinyGraph(), new AtomicReference<>(Caller.ANONYMOUS));
    private @Nullable WebServer server;

    @BeforeAll
    static void open() {
        LOG.start();
        ((Logger) LoggerFactory.getLogger("ROOT")).addAppender(LOG);
        graph = DirectoryGraph.in(folder);
        callers = new Callers(graph, Clock.systemUTC());
        idp = new MockOAuth2Server(
                new OAuth2Config(false, null, null, false, new OAuth2TokenProvider(), Set.of(), new NettyWrapper()),
                new Route[0]);
        idp.start();
    }

    @AfterAll
    static void close() {
        LOG.stop();
        assertThat(SECRETS).hasSizeGreaterThan(10);
        assertThat(LOG.list)
                .isNotEmpty()
                .allSatisfy(event -> assertThat(SECRETS)
                        .noneMatch((event.getFormattedMessage() + event.getThrowableProxy())::contains));
        idp.shutdown();
        callers.close();
        graph.close();
    }

    @BeforeEach
    void begin() {
        DirectoryGraph.write(
                graph, "MATCH (n) WHERE n:Account OR n:Tie OR n:Token OR n:WebSession DETACH DELETE n", Map.of());
        write(transaction -> AccountChanges.create(
                transaction,
                new Account(JEANNE, "Jeanne", EMAIL, null, null, null, Set.of(Role.SECRETARIAT)),
                Instant.now()));
        write(transaction ->
                AccountChanges.tie(transaction, JEANNE, "mandate/amdac-mtfp", LocalDate.of(2020, 1, 1), null));
    }

    @AfterEach
    void stop() {
        if (server != null) {
            server.close();
        }
    }

    @Test
    void a_good_token_goes_with_the_request_to_the_engine_and_nobody_is_anonymous() throws Exception {
        start(AccessSettings.open());
        String token = token(Set.of(Scope.READ, Scope.REPORT), 1);

        assertThat(ask("Bearer " + token).statusCode()).isEqualTo(200);
        Caller.Identified known = (Caller.Identified) engine.caller().get();
        assertThat(known.account()).isEqualTo(JEANNE);
        assertThat(known.channel()).isEqualTo(Channel.GRAPHQL);
        assertThat(known.mandates()).hasSize(1);
        assertThat(known.scopes()).containsExactlyInAnyOrder(Scope.READ, Scope.REPORT);

        assertThat(ask(null).statusCode()).isEqualTo(200);
        assertThat(engine.caller().get()).isEqualTo(new Caller.Anonymous(Channel.GRAPHQL));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Bearer jln_0123456789012345678901234567890123456789 | The credential is not one that this server gives or takes.",
                "Bearer                                         | The credential is not one that this server gives or takes.",
                "Basic dXNlcjpwYXNz                             | The credential is not one that this server gives or takes.",
                "Bearer a, Bearer b                             | The credential is not one that this server gives or takes.",
                "Bearer eyJhbGciOiJub25lIn0.e30.                | The bearer token is not good: It is not well-formed, not for this server, or over.",
                "Bearer {unknown}                               | The credential is not known.",
                "Bearer {revoked}                               | The credential was revoked.",
                "Bearer {disabled}                              | The account of the credential is disabled.",
            })
    void a_bearer_token_that_is_not_good_is_told_so_and_nothing_is_asked(String header, String message)
            throws Exception {
        start(AccessSettings.open());
        String secret = token(Set.of(Scope.READ), 1);
        if (header.contains("{unknown}")) {
            DirectoryGraph.write(graph, "MATCH (t:Token) DETACH DELETE t", Map.of());
        } else if (header.contains("{revoked}")) {
            write(transaction -> Tokens.list(transaction, JEANNE)
                    .forEach(each -> Tokens.revoke(transaction, each.id(), Instant.now())));
        } else if (header.contains("{disabled}")) {
            write(transaction -> AccountChanges.disable(transaction, JEANNE, Instant.now()));
        }
        String sent = header.replaceAll("\\{\\w+}", secret);

        HttpResponse<String> answer = ask(sent);

        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.body()).contains("\"UNAUTHENTICATED\"", message).doesNotContain(secret);
        assertThat(answer.headers().firstValue("WWW-Authenticate").orElse(""))
                .isEqualTo(
                        "Bearer realm=\"jalon\", error=\"invalid_token\", error_description=\"%s\"".formatted(message));
        assertThat(engine.graph().executed).hasValue(0);
    }

    @Test
    void a_signed_token_of_a_configured_issuer_is_taken_for_its_account_alone() throws Exception {
        String issuer = idp.issuerUrl("robots").toString();
        start(new AccessSettings(false, Optional.empty(), List.of(URI.create(issuer)), "jalon"));
        write(transaction -> AccountChanges.create(
                transaction,
                new Account("account/robot", "Robot", null, issuer, "robot", null, Set.of()),
                Instant.now()));

        assertThat(ask("Bearer " + jwt("robots", "robot", "jalon", Map.of("scope", "openid jalon:read")))
                        .statusCode())
                .isEqualTo(200);
        Caller.Identified robot = (Caller.Identified) engine.caller().get();
        assertThat(robot.account()).isEqualTo("account/robot");
        assertThat(robot.scopes()).containsExactly(Scope.READ);
        ask("Bearer " + jwt("robots", "robot", "jalon", Map.of()));
        assertThat(((Caller.Identified) engine.caller().get()).scopes())
                .as("nothing but administration is left out where the token names no scope of ours")
                .containsExactlyInAnyOrder(Scope.READ, Scope.REPORT);

        assertThat(ask("Bearer " + jwt("robots", "another", "jalon", Map.of())).body())
                .contains("no account goes with it");
        assertThat(ask("Bearer " + jwt("robots", "robot", "elsewhere", Map.of()))
                        .statusCode())
                .isEqualTo(401);
        assertThat(ask("Bearer " + jwt("others", "robot", "jalon", Map.of())).body())
                .contains("Its issuer is none of this server's");
        assertThat(ask("Bearer " + expired()).statusCode()).isEqualTo(401);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/graphql?query=%7Bgreet%7D",
                "/",
                "/actions",
                "/summary?period=S1",
                "/schema.graphqls",
                "/metrics",
                "/examples.json",
                "/graphiql"
            })
    void where_reading_is_closed_whoever_is_not_known_reads_nothing(String path) throws Exception {
        start(new AccessSettings(true, Optional.empty(), List.of(), "jalon"));

        HttpResponse<String> answer = get(path, null);

        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.headers().firstValue("WWW-Authenticate")).contains("Bearer realm=\"jalon\"");
        assertThat(engine.graph().executed).hasValue(0);
        assertThat(get(path, "Bearer " + token(Set.of(Scope.READ), 1)).statusCode())
                .isNotIn(401, 403);
        assertThat(get(path, "Bearer " + token(Set.of(Scope.REPORT), 1)).body()).contains("it needs the scope READ");
    }

    @Test
    void health_and_assets_are_there_for_everybody_and_closed_answers_are_no_one_elses() throws Exception {
        start(new AccessSettings(true, Optional.empty(), List.of(), "jalon"));

        assertThat(get("/health/live", null).statusCode()).isEqualTo(200);
        assertThat(get("/health/ready", null).statusCode()).isEqualTo(200);
        assertThat(get("/assets/none.css", null).statusCode()).isEqualTo(404);
        assertThat(get("/connexion", null).statusCode()).isEqualTo(404);
    }

    @Test
    void somebody_signs_in_by_the_provider_reads_and_signs_out() throws Exception {
        startWith(idp.issuerUrl("people").toString());
        idp.enqueueCallback(new DefaultOAuth2TokenCallback(
                "people", "subject-1", "JWT", List.of("jalon-client"), Map.of("email", EMAIL), 60));

        HttpResponse<String> begun = get("/connexion?retour=/actions?q=x", null);
        String there = location(begun);
        assertThat(begun.statusCode()).isEqualTo(303);
        assertThat(there)
                .contains("code_challenge_method=S256", "state=", "nonce=", "scope=openid+email", "response_type=code");
        String attempt = cookie(begun, "jalon-connexion");
        HttpResponse<String> vouched = send(HttpRequest.newBuilder(URI.create(there)));
        HttpResponse<String> ended = send(
                HttpRequest.newBuilder(URI.create(location(vouched))).header("Cookie", "jalon-connexion=" + attempt));

        assertThat(ended.statusCode()).as(ended.body()).isEqualTo(303);
        assertThat(location(ended))
                .isEqualTo(server().address().resolve("/actions?q=x").toString());
        assertThat(ended.headers().allValues("Set-Cookie"))
                .anySatisfy(set ->
                        assertThat(set).matches("jalon=[0-9A-Za-z]{32}; Path=/; Max-Age=43200; HttpOnly; SameSite=Lax"))
                .anySatisfy(set -> assertThat(set).startsWith("jalon-connexion=; Path=/; Max-Age=0"));
        String session = "jalon=" + cookie(ended, "jalon");

        assertThat(askWith(session).statusCode()).isEqualTo(200);
        assertThat(((Caller.Identified) engine.caller().get()).account()).isEqualTo(JEANNE);
        signOut(session);
        assertThat(askWith(session).statusCode()).as("reading is open").isEqualTo(200);
        assertThat(engine.caller().get()).isEqualTo(new Caller.Refused(Caller.Fault.REVOKED, Channel.GRAPHQL));
        assertThat(DirectoryGraph.dump(graph)).doesNotContain(session.substring(6));
    }

    @Test
    void a_provider_that_refuses_what_it_does_not_expect_and_signs_who_it_speaks_of_is_understood() throws Exception {
        try (StrictProvider provider = new StrictProvider()) {
            startWith(provider.issuer());
            assertThat(signIn().statusCode()).isEqualTo(303);

            provider.forged = true;
            assertThat(signIn().body()).contains("is not signed by it", "FORBIDDEN");
            provider.forged = false;
            provider.spokenOf = "subject-2";
            assertThat(signIn().body()).contains("two persons at once");
            provider.spokenOf = "subject-1";
            provider.otherNonce = true;
            assertThat(signIn().body()).contains("not one for this sign-in");
            provider.otherNonce = false;
            assertThat(signIn().statusCode()).isEqualTo(303);
        }
    }

    @Test
    void a_sign_in_that_was_begun_elsewhere_or_went_wrong_ends_in_no_session() throws Exception {
        startWith(idp.issuerUrl("people").toString());
        HttpResponse<String> begun = get("/connexion", null);
        String attempt = "jalon-connexion=" + cookie(begun, "jalon-connexion");

        assertThat(end("?code=x&state=y", "").body()).contains("was not begun in this browser");
        assertThat(end("?code=x&state=y", attempt).body()).contains("the end of another sign-in");
        assertThat(end("?error=access_denied&state=" + state(begun), attempt).body())
                .contains("did not let you in");
        assertThat(end("?code=invented&state=" + state(begun), attempt).statusCode())
                .isIn(403, 503);
        assertThat(end("?code=x&state=y", "jalon-connexion=a.b.c.%%%").statusCode())
                .isEqualTo(400);
    }

    @Test
    void whom_the_provider_knows_but_nobody_here_is_told_so() throws Exception {
        DirectoryGraph.write(graph, "MATCH (a:Account) DETACH DELETE a", Map.of());
        try (StrictProvider provider = new StrictProvider()) {
            startWith(provider.issuer());
            HttpResponse<String> answer = signIn();
            assertThat(answer.statusCode()).isEqualTo(403);
            assertThat(answer.body()).contains("there is no account for you here");
            assertThat(answer.headers().allValues("Set-Cookie")).noneMatch(set -> set.startsWith("jalon="));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "//elsewhere.example/",
                "https://elsewhere.example/",
                "/\\elsewhere.example",
                "/x\r\nSet-Cookie: a=b",
                "actions"
            })
    void nobody_is_sent_to_another_server_after_the_sign_in(String page) throws Exception {
        try (StrictProvider provider = new StrictProvider()) {
            startWith(provider.issuer());
            HttpResponse<String> begun =
                    get("/connexion?retour=" + URLEncoder.encode(page, StandardCharsets.UTF_8), null);
            assertThat(location(end(begun)))
                    .isEqualTo(server().address().resolve("/").toString());
        }
    }

    @Test
    void a_form_that_another_site_sends_ends_no_session() throws Exception {
        try (StrictProvider provider = new StrictProvider()) {
            startWith(provider.issuer());
            String session = "jalon=" + cookie(signIn(), "jalon");
            String other = "jalon=" + cookie(signIn(), "jalon");

            assertThat(post("/deconnexion", "", session).statusCode()).isEqualTo(403);
            assertThat(post("/deconnexion", "jeton=" + formToken(other), session)
                            .statusCode())
                    .isEqualTo(403);
            assertThat(askWith(session).statusCode()).isEqualTo(200);
            assertThat(engine.caller().get()).isInstanceOf(Caller.Identified.class);
            signOut(session);
        }
    }

    @Test
    void whoever_reads_pages_where_reading_is_closed_is_led_to_the_sign_in_and_back() throws Exception {
        try (StrictProvider provider = new StrictProvider()) {
            start(new AccessSettings(true, provider(provider.issuer(), null), List.of(), "jalon"));
            HttpResponse<String> led =
                    send(HttpRequest.newBuilder(server().address().resolve("/actions"))
                            .header("Accept", "text/html"));
            assertThat(location(led))
                    .isEqualTo(server().address()
                            .resolve("/connexion?retour=%2Factions")
                            .toString());
            assertThat(get("/graphql?query=%7Bgreet%7D", null).statusCode()).isEqualTo(401);
        }
    }

    @Test
    void over_https_cookies_are_of_this_host_alone() throws Exception {
        try (StrictProvider provider = new StrictProvider()) {
            start(new AccessSettings(
                    false, provider(provider.issuer(), URI.create("https://jalon.exemple.fr/p/")), List.of(), "jalon"));
            HttpResponse<String> begun = get("/connexion", null);
            assertThat(location(begun))
                    .contains("redirect_uri=https%3A%2F%2Fjalon.exemple.fr%2Fp%2Fconnexion%2Fretour");
            assertThat(begun.headers().firstValue("Set-Cookie").orElse(""))
                    .matches("__Host-jalon-connexion=\\S+; Path=/; Max-Age=600; HttpOnly; SameSite=Lax; Secure");
        }
    }

    @Test
    void too_many_sign_ins_within_a_minute_are_put_off() throws Exception {
        startWith(idp.issuerUrl("people").toString());
        HttpResponse<String> last = get("/connexion", null);
        for (int i = 0; i < 30 && last.statusCode() == 303; i++) {
            last = get("/connexion", null);
        }
        assertThat(last.statusCode()).isEqualTo(429);
        assertThat(last.headers().firstValue("Retry-After")).contains("60");
    }

    @Test
    void a_provider_that_does_not_answer_is_told_of_and_costs_nobody_else_anything() throws Exception {
        String gone;
        try (StrictProvider provider = new StrictProvider()) {
            gone = provider.issuer();
        }
        startWith(gone);
        assertThat(get("/connexion", null).statusCode()).isEqualTo(503);
        assertThat(ask(null).statusCode()).isEqualTo(200);
    }

    private record Witness(TinyGraph graph, AtomicReference<Caller> caller) implements GraphQlEngine {

        @Override
        public AnswerKey.Version version() {
            return graph.version();
        }

        @Override
        public GraphQlResponse execute(GraphQlRequest request) {
            caller.set(request.caller());
            return graph.execute(request);
        }
    }

    private void startWith(String issuer) {
        start(new AccessSettings(false, provider(issuer, null), List.of(), "jalon"));
    }

    private void start(AccessSettings access) {
        WebSettings settings = WebSettings.defaults().withPort(0).withAccess(access);
        server = TestServer.start(settings, engine, callers);
    }

    private WebServer server() {
        return Objects.requireNonNull(server);
    }

    private static Optional<Provider> provider(String issuer, @Nullable URI address) {
        SECRETS.add(SECRET);
        return Optional.of(new Provider(URI.create(issuer), "jalon-client", SECRET, address));
    }

    private HttpResponse<String> signIn() throws Exception {
        return end(get("/connexion", null));
    }

    private HttpResponse<String> end(HttpResponse<String> begun) throws Exception {
        HttpResponse<String> vouched = send(HttpRequest.newBuilder(URI.create(location(begun))));
        assertThat(vouched.statusCode()).as(vouched.body()).isEqualTo(302);
        return send(HttpRequest.newBuilder(URI.create(location(vouched)))
                .header("Cookie", "jalon-connexion=" + cookie(begun, "jalon-connexion")));
    }

    private HttpResponse<String> end(String query, String cookies) throws Exception {
        return send(HttpRequest.newBuilder(server().address().resolve("/connexion/retour" + query))
                .header("Cookie", cookies.isEmpty() ? "other=1" : cookies));
    }

    private void signOut(String session) throws Exception {
        HttpResponse<String> done = post("/deconnexion", "jeton=" + formToken(session), session);
        assertThat(done.statusCode()).as(done.body()).isEqualTo(303);
        assertThat(done.headers().firstValue("Set-Cookie").orElse("")).startsWith("jalon=; Path=/; Max-Age=0");
    }

    private String formToken(String session) throws Exception {
        String page = send(HttpRequest.newBuilder(server().address().resolve("/deconnexion"))
                        .header("Cookie", session))
                .body();
        var found = FORM_TOKEN.matcher(page);
        assertThat(found.find()).as(page).isTrue();
        return found.group(1);
    }

    private HttpResponse<String> ask(@Nullable String authorization) throws Exception {
        return get("/graphql?query=%7Bgreet%7D", authorization);
    }

    private HttpResponse<String> askWith(String cookies) throws Exception {
        return send(HttpRequest.newBuilder(server().address().resolve("/graphql?query=%7Bgreet%7D"))
                .header("Cookie", cookies));
    }

    private HttpResponse<String> get(String path, @Nullable String authorization) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(server().address().resolve(path));
        if (authorization != null) {
            request.header("Authorization", authorization);
        }
        return send(request);
    }

    private HttpResponse<String> post(String path, String form, String cookies) throws Exception {
        return send(HttpRequest.newBuilder(server().address().resolve(path))
                .header("Cookie", cookies)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form)));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        return client.send(request.timeout(Duration.ofMinutes(1)).build(), BodyHandlers.ofString());
    }

    private static String location(HttpResponse<String> answer) {
        return answer.headers().firstValue("Location").orElseThrow(() -> new AssertionError(answer.body()));
    }

    private static String state(HttpResponse<String> begun) {
        return Pattern.compile("state=([^&]+)")
                .matcher(location(begun))
                .results()
                .findFirst()
                .orElseThrow()
                .group(1);
    }

    private static String cookie(HttpResponse<String> answer, String name) {
        return answer.headers().allValues("Set-Cookie").stream()
                .filter(set -> set.startsWith(name + "="))
                .map(set -> set.substring(name.length() + 1, set.indexOf(';')))
                .peek(SECRETS::add)
                .findFirst()
                .orElseThrow(() -> new AssertionError(answer.body()));
    }

    private static String jwt(String issuer, String subject, String audience, Map<String, Object> claims) {
        return idp.issueToken(
                        issuer,
                        "client",
                        new DefaultOAuth2TokenCallback(issuer, subject, "JWT", List.of(audience), claims, 60))
                .serialize();
    }

    private static String expired() {
        return idp.issueToken(
                        "robots",
                        "client",
                        new DefaultOAuth2TokenCallback("robots", "robot", "JWT", List.of("jalon"), Map.of(), -3600))
                .serialize();
    }

    private static String token(Set<Scope> scopes, int days) {
        String secret = graph.write(transaction ->
                        Tokens.create(transaction, new Tokens.Wanted(JEANNE, "test", scopes, days), Instant.now()))
                .secret();
        SECRETS.add(secret);
        return secret;
    }

    private static void write(Consumer<Transaction> work) {
        graph.write(transaction -> {
            work.accept(transaction);
            return 0;
        });
    }
}
