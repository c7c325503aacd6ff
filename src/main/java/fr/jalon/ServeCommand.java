package fr.jalon;

import fr.jalon.execution.GraphQlEngine;
import fr.jalon.execution.GraphQlRequest;
import fr.jalon.execution.GraphQlResponse;
import fr.jalon.http.Examples;
import fr.jalon.http.WebServer;
import fr.jalon.http.WebSettings;
import fr.jalon.neo4j.GraphHome;
import fr.jalon.neo4j.StatementListener;
import fr.jalon.schema.Contract;
import fr.jalon.seed.Seed;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Serves the graph until it is told to stop. */
@Command(name = "serve", description = "Serves the graph over HTTP, loading the seed first when it changed.")
final class ServeCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Mixin
    private GraphOptions graph;

    @Mixin
    private SeedOptions seed;

    @Mixin
    private LimitOptions limits;

    @Option(
            names = "--host",
            defaultValue = "${env:JALON_HOST:-127.0.0.1}",
            description = "Address to listen on (JALON_HOST; default: 127.0.0.1).")
    private String host;

    @Option(
            names = "--port",
            defaultValue = "${env:JALON_PORT:-8080}",
            converter = BoundedNumber.Port.class,
            description = "Port to listen on (JALON_PORT; default: 8080).")
    private int port;

    @Option(
            names = "--max-body",
            paramLabel = "BYTES",
            defaultValue = "${env:JALON_MAX_BODY:-1048576}",
            converter = BoundedNumber.Limit.class,
            description = "Bytes of a request's body (JALON_MAX_BODY; default: 1048576).")
    private int maxBody;

    @Override
    public Integer call() throws InterruptedException {
        WebServer.requireFree(settings());
        GraphHome home = graph.home();
        // The graph takes longest to start, so the rest starts beside it and the first requests wait for it.
        CompletableFuture<Application> opening =
                CompletableFuture.supplyAsync(() -> Application.open(home, limits.graph(), StatementListener.silent()));
        CompletableFuture<GraphQlEngine> engine = new CompletableFuture<>();
        Contract contract;
        Seed facts;
        WebServer server;
        try {
            contract = Contract.packaged();
            facts = seed.seed(contract);
            server = WebServer.start(
                    settings(),
                    new Awaited(engine),
                    contract.servedText(),
                    () -> engine.isDone() && opening.join().isReady(),
                    Examples.shipped());
        } catch (RuntimeException e) {
            abandon(opening);
            throw e;
        }
        serve(opening, contract, facts, engine, server);
        return 0;
    }

    private void serve(
            CompletableFuture<Application> opening,
            Contract contract,
            Seed facts,
            CompletableFuture<GraphQlEngine> engine,
            WebServer server)
            throws InterruptedException {
        PrintWriter out = spec.commandLine().getOut();
        CountDownLatch stopped = new CountDownLatch(1);
        try {
            Application application = opening.join();
            application.loadIfChanged(facts).ifPresent(report -> Reports.print(report, out));
            engine.complete(application.keepingAnswers(
                    application.engine(contract, limits.operation(), limits.pages()), limits.answers()));
            Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(server, application, stopped), "stop"));
        } catch (RuntimeException e) {
            engine.completeExceptionally(e);
            server.close();
            abandon(opening);
            throw e instanceof CompletionException && e.getCause() instanceof RuntimeException cause ? cause : e;
        }
        out.printf("Jalon répond sur %s/graphiql%n", server.address());
        out.flush();
        Memory.giveBack();
        stopped.await();
    }

    private static void abandon(CompletableFuture<Application> opening) {
        opening.thenAccept(Application::close)
                .exceptionally(neverOpened -> null)
                .join();
    }

    private WebSettings settings() {
        WebSettings defaults = WebSettings.defaults();
        return new WebSettings(host, port, maxBody, defaults.grace());
    }

    private static void stop(WebServer server, Application application, CountDownLatch stopped) {
        server.close();
        application.close();
        stopped.countDown();
    }

    /** Answers once the engine is there. */
    private record Awaited(CompletableFuture<GraphQlEngine> engine) implements GraphQlEngine {
        @Override
        public GraphQlResponse execute(GraphQlRequest request) {
            try {
                return engine.join().execute(request);
            } catch (CompletionException e) {
                return GraphQlResponse.unavailable("The server could not start; its log says why.");
            }
        }
    }
}
