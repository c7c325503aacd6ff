package fr.jalon;

import fr.jalon.execution.DocumentCheck;
import fr.jalon.execution.GraphQlEngine;
import fr.jalon.execution.GraphQlRequest;
import fr.jalon.execution.GraphQlResponse;
import fr.jalon.http.DocumentSettings;
import fr.jalon.http.Example;
import fr.jalon.http.Examples;
import fr.jalon.http.WebServer;
import fr.jalon.http.WebSettings;
import fr.jalon.neo4j.GraphHome;
import fr.jalon.schema.Contract;
import fr.jalon.seed.Seed;
import java.io.PrintWriter;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Serves the graph until it is told to stop. */
@Command(name = "serve", description = "Serves the graph over HTTP, loading the seed first when it changed.")
final class ServeCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Mixin
    private ApplicationOptions options;

    @Mixin
    private WebOptions web;

    private final Counts counts = new Counts();

    @Override
    public Integer call() throws InterruptedException {
        GraphHome home = options.home();
        WebSettings settings = settings(home);
        WebServer.requireFree(settings);
        // The graph takes longest to start, so the rest starts beside it and the first requests wait for it.
        CompletableFuture<Application> opening = CompletableFuture.supplyAsync(
                () -> Application.open(home, options.limits().graph(), counts));
        CompletableFuture<GraphQlEngine> engine = new CompletableFuture<>();
        Contract contract;
        Seed facts;
        WebServer server;
        Awaited asked = new Awaited(engine, new AtomicInteger());
        try {
            contract = Contract.packaged();
            web.check(new DocumentCheck(contract, options.limits().operation(), Application.COMPUTED));
            facts = options.seed(contract);
            server = WebServer.start(
                    settings,
                    asked,
                    contract.servedText(),
                    () -> engine.isDone() && opening.join().isReady(),
                    Examples.shipped(),
                    counts::meters);
        } catch (RuntimeException e) {
            abandon(opening);
            throw e;
        }
        serve(opening, contract, facts, asked, rehearsed(settings.documents()), server);
        return 0;
    }

    private static List<Example> rehearsed(DocumentSettings documents) {
        Stream<Example> shipped = documents.trustedOnly() ? Stream.of() : Examples.shipped().stream();
        return Stream.concat(shipped, documents.examples().stream()).toList();
    }

    /** An embedded graph works on the cores that answer. */
    private WebSettings settings(GraphHome home) {
        WebSettings settings =
                web.settings().withExplain(options.limits().operation().explain());
        return home instanceof GraphHome.Embedded
                ? settings.withLoad(settings.load().onItsCores())
                : settings;
    }

    private void serve(
            CompletableFuture<Application> opening,
            Contract contract,
            Seed facts,
            Awaited asked,
            List<Example> rehearsed,
            WebServer server)
            throws InterruptedException {
        PrintWriter out = spec.commandLine().getOut();
        CountDownLatch stopped = new CountDownLatch(1);
        try {
            Application application = opening.join();
            application.loadIfChanged(facts).ifPresent(report -> Reports.print(report, out));
            GraphQlEngine keeping = application.keepingAnswers(
                    application.engine(
                            contract,
                            options.limits().operation(),
                            options.limits().pages()),
                    options.limits().answers());
            counts.watch(application, keeping);
            asked.engine().complete(keeping);
            Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(server, application, stopped), "stop"));
        } catch (RuntimeException e) {
            asked.engine().completeExceptionally(e);
            server.close();
            abandon(opening);
            throw e instanceof CompletionException && e.getCause() instanceof RuntimeException cause ? cause : e;
        }
        out.printf("Jalon répond sur %s/graphiql%n", server.address());
        out.flush();
        Memory.giveBack();
        new Rehearsal(asked.engine().join(), () -> asked.running().get() > 0).begin(rehearsed);
        stopped.await();
    }

    private static void abandon(CompletableFuture<Application> opening) {
        opening.thenAccept(Application::close)
                .exceptionally(neverOpened -> null)
                .join();
    }

    private static void stop(WebServer server, Application application, CountDownLatch stopped) {
        server.close();
        application.close();
        stopped.countDown();
    }

    /**
     * Answers once the engine is there.
     *
     * @param running how many operations it answers at the moment
     */
    private record Awaited(CompletableFuture<GraphQlEngine> engine, AtomicInteger running) implements GraphQlEngine {
        @Override
        public Optional<String> version() {
            return opened().flatMap(GraphQlEngine::version);
        }

        @Override
        public Optional<GraphQlResponse> kept(GraphQlRequest request) {
            return opened().flatMap(opened -> opened.kept(request));
        }

        @Override
        public GraphQlResponse execute(GraphQlRequest request) {
            running.incrementAndGet();
            try {
                return opened().map(opened -> opened.execute(request))
                        .orElseGet(() -> GraphQlResponse.unavailable("The server could not start; its log says why."));
            } finally {
                running.decrementAndGet();
            }
        }

        private Optional<GraphQlEngine> opened() {
            try {
                return Optional.of(engine.join());
            } catch (CompletionException neverOpened) {
                return Optional.empty();
            }
        }
    }
}
