package fr.jalon;

import fr.jalon.execution.GraphQlEngine;
import fr.jalon.http.Examples;
import fr.jalon.http.WebServer;
import fr.jalon.http.WebSettings;
import fr.jalon.neo4j.StatementListener;
import fr.jalon.schema.Contract;
import fr.jalon.seed.Seed;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
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
            description = "Port to listen on (JALON_PORT; default: 8080).")
    private int port;

    @Option(
            names = "--max-body",
            paramLabel = "BYTES",
            defaultValue = "${env:JALON_MAX_BODY:-1048576}",
            description = "Bytes of a request's body (JALON_MAX_BODY; default: 1048576).")
    private int maxBody;

    @Override
    public Integer call() throws InterruptedException {
        Contract contract = Contract.packaged();
        Seed facts = seed.seed(contract);
        PrintWriter out = spec.commandLine().getOut();
        Application application = Application.open(contract, graph.home(), limits.graph(), StatementListener.silent());
        WebServer server;
        try {
            application.loadIfChanged(facts).ifPresent(report -> Reports.print(report, out));
            GraphQlEngine engine = application.engine(limits.operation(), limits.pages());
            server = WebServer.start(
                    settings(), engine, contract.servedText(), application::isReady, Examples.shipped());
        } catch (RuntimeException e) {
            application.close();
            throw e;
        }
        CountDownLatch stopped = new CountDownLatch(1);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(server, application, stopped), "stop"));
        out.printf("Jalon répond sur %s/graphiql%n", server.address());
        out.flush();
        stopped.await();
        return 0;
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
}
