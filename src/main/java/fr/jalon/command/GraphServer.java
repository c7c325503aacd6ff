package fr.jalon.command;

import fr.jalon.access.Authentication;
import fr.jalon.access.Caller;
import fr.jalon.access.Callers;
import fr.jalon.access.Channel;
import fr.jalon.access.Credential;
import fr.jalon.access.Identity;
import fr.jalon.access.UnavailableAuthentication;
import fr.jalon.execution.AnswerKey;
import fr.jalon.execution.GraphQlEngine;
import fr.jalon.execution.GraphQlRequest;
import fr.jalon.execution.GraphQlResponse;
import fr.jalon.http.Readiness;
import fr.jalon.http.Site;
import fr.jalon.http.WebServer;
import fr.jalon.http.WebSettings;
import fr.jalon.http.documents.Examples.Example;
import fr.jalon.neo4j.GraphException;
import fr.jalon.neo4j.GraphHome;
import fr.jalon.neo4j.GraphSettings;
import fr.jalon.pages.Pages;
import fr.jalon.period.LegalTime;
import fr.jalon.schema.Contract;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The web server and the graph behind it. The graph takes longest to start, so the rest starts beside it and the first
 * requests wait for it.
 */
final class GraphServer {

    private static final Logger LOG = LoggerFactory.getLogger(GraphServer.class);

    private final GraphHome home;
    private final ServerMeters meters = new ServerMeters();
    private final CompletableFuture<OpenGraph> opening;
    private final CompletableFuture<Callers> callers;
    private final PendingEngine engine = new PendingEngine(new CompletableFuture<>(), new AtomicInteger());
    private final AtomicBoolean warm = new AtomicBoolean();
    private final CountDownLatch stopped = new CountDownLatch(1);
    private volatile List<Example> examples = List.of();
    private Supplier<List<GraphQlRequest>> likely = List::of;
    private @Nullable WebServer web;

    /** Begins to open the graph. */
    GraphServer(GraphHome home, GraphSettings settings) {
        this.home = home;
        this.opening = CompletableFuture.supplyAsync(() -> OpenGraph.open(home, settings, meters));
        this.callers = opening.thenApply(OpenGraph::callers);
    }

    /**
     * Takes requests, which wait until there is an engine.
     *
     * @param contract that clients and pages go by
     * @param offered examples for the editor as long as nobody knows which of them can be answered
     */
    void listen(WebSettings settings, Contract contract, List<Example> offered) {
        examples = offered;
        Pages pages = new Pages(() -> contract, LegalTime.clock());
        Site site = new Site(contract.servedText(), contract::servedTextInFrench, pages, () -> examples);
        likely = pages::likely;
        web = WebServer.start(settings, engine, site, new PendingAuthentication(callers), this::readiness, meters::all);
    }

    /** The graph, waited for. */
    OpenGraph graph() {
        return opening.join();
    }

    /** Answers, those too who wait; from then on the server ends by itself with the process. */
    void answer(GraphQlEngine answering, List<Example> offered) {
        OpenGraph graph = graph();
        meters.watch(graph, answering, warm::get);
        engine.ready().complete(answering);
        examples = offered;
        Runtime.getRuntime().addShutdownHook(new Thread(this::stop, "stop"));
        announce(graph);
    }

    /** Where it listens. */
    String address() {
        return web().address().toString();
    }

    /** Asks what pages ask and these examples in the background while nobody else asks. */
    void warmUp(List<Example> asked) {
        List<GraphQlRequest> requests = Stream.concat(
                        likely.get().stream(), asked.stream().map(GraphServer::request))
                .toList();
        new Warmup(engine.ready().join(), () -> engine.running().get() > 0).begin(requests, () -> warm.set(true));
    }

    private static GraphQlRequest request(Example example) {
        return new GraphQlRequest(example.query(), null, example.variables(), Map.of(), false);
    }

    /** Returns once the process ends and all requests are answered. */
    void awaitStop() throws InterruptedException {
        stopped.await();
    }

    /** Ends what was begun, for it failed. */
    void abandon(Throwable failure) {
        engine.ready().completeExceptionally(failure);
        if (web != null) {
            web.close();
        }
        opening.thenAccept(OpenGraph::close).exceptionally(neverOpened -> null).join();
    }

    private Readiness readiness() {
        if (!engine.ready().isDone() || !graph().isReady()) {
            return Readiness.DOWN;
        }
        return warm.get() ? Readiness.WARM : Readiness.COLD;
    }

    /** Other commands on this machine ask this server, for they cannot open its graph. */
    private void announce(OpenGraph graph) {
        if (home instanceof GraphHome.Embedded embedded) {
            graph.boltAddress()
                    .ifPresent(bolt ->
                            new RunningServer(web().address(), bolt, graph.revision()).announce(embedded.folder()));
        }
    }

    private void stop() {
        if (home instanceof GraphHome.Embedded embedded) {
            RunningServer.withdraw(embedded.folder());
        }
        web().close();
        callers.thenAccept(Callers::close).exceptionally(neverOpened -> null).join();
        try {
            graph().close();
        } catch (GraphException failure) {
            // The next start mends what could not be written, but who stops the server is to know.
            LOG.warn("{}", failure.getMessage());
        } finally {
            stopped.countDown();
        }
    }

    private WebServer web() {
        return Objects.requireNonNull(web, "the server does not listen yet");
    }

    /** Knows callers once the graph is there, and says that it is away when it is. */
    private record PendingAuthentication(CompletableFuture<Callers> callers) implements Authentication {

        @Override
        public Caller identify(Credential credential, Channel channel) {
            return with(opened -> opened.identify(credential, channel));
        }

        @Override
        public Optional<String> signIn(Identity identity) {
            return with(opened -> opened.signIn(identity));
        }

        @Override
        public void signOut(String secret) {
            with(opened -> {
                opened.signOut(secret);
                return secret;
            });
        }

        private <T> T with(Function<Callers, T> work) {
            try {
                return work.apply(callers.join());
            } catch (GraphException | CompletionException away) {
                throw new UnavailableAuthentication(away);
            }
        }
    }

    /**
     * Answers once the engine is there.
     *
     * @param running how many operations it answers at the moment
     */
    private record PendingEngine(CompletableFuture<GraphQlEngine> ready, AtomicInteger running)
            implements GraphQlEngine {

        @Override
        public AnswerKey.Version version() {
            return opened().map(GraphQlEngine::version).orElse(AnswerKey.Version.NOT_TOLD);
        }

        @Override
        public Optional<GraphQlResponse> kept(AnswerKey key) {
            return opened().flatMap(opened -> opened.kept(key));
        }

        @Override
        public GraphQlResponse execute(GraphQlRequest request) {
            return counted(opened -> opened.execute(request));
        }

        @Override
        public GraphQlResponse execute(GraphQlRequest request, AnswerKey key) {
            return counted(opened -> opened.execute(request, key));
        }

        private GraphQlResponse counted(Function<GraphQlEngine, GraphQlResponse> operation) {
            running.incrementAndGet();
            try {
                return opened().map(operation)
                        .orElseGet(() -> GraphQlResponse.unavailable("The server could not start; its log says why."));
            } finally {
                running.decrementAndGet();
            }
        }

        private Optional<GraphQlEngine> opened() {
            try {
                return Optional.of(ready.join());
            } catch (CompletionException neverOpened) {
                return Optional.empty();
            }
        }
    }
}
