package fr.jalon.command;

import fr.jalon.execution.AnswerKey;
import fr.jalon.execution.ComputedField;
import fr.jalon.execution.DocumentCheck;
import fr.jalon.execution.GraphQlEngine;
import fr.jalon.execution.GraphQlRequest;
import fr.jalon.execution.GraphQlResponse;
import fr.jalon.http.WebServer;
import fr.jalon.http.WebSettings;
import fr.jalon.http.documents.DocumentSettings;
import fr.jalon.http.documents.Examples;
import fr.jalon.http.documents.Examples.Example;
import fr.jalon.neo4j.GraphException;
import fr.jalon.neo4j.GraphHome;
import fr.jalon.schema.Contract;
import fr.jalon.seed.Seed;
import java.io.PrintWriter;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Serves the graph until it is told to stop. */
@Command(name = "serve", description = "Serves the graph over HTTP, loading the seed first when it changed.")
public final class ServeCommand implements Callable<Integer> {

    private static final Logger LOG = LoggerFactory.getLogger(ServeCommand.class);

    @Spec
    private CommandSpec spec;

    @Mixin
    private ApplicationOptions options;

    @Mixin
    private WebOptions web;

    private final Counts counts = new Counts();
    private volatile OwnDocuments offered = new OwnDocuments(Examples.shipped(), List.of());

    private final List<ComputedField> computed;

    /**
     * A command yet without options.
     *
     * @param computed the root fields that the contract wants computed
     */
    public ServeCommand(List<ComputedField> computed) {
        this.computed = computed;
    }

    @Override
    public Integer call() throws InterruptedException {
        ClassArchive.complaint().ifPresent(LOG::warn);
        GraphHome home = options.home();
        WebSettings settings = settings(home);
        web.requireOtherPort(home);
        Map<String, Integer> heap = new TreeMap<>(options.limits().heap());
        heap.putAll(web.heap());
        Memory.requireHeap(heap);
        WebServer.requireFree(settings);
        // Documents of the operator's own are checked first; without any, the contract is read while the graph starts.
        Optional<Contract> checked = web.hasDocuments() ? Optional.of(checked()) : Optional.empty();
        // The graph takes longest to start, so the rest starts beside it and the first requests wait for it.
        CompletableFuture<OpenGraph> opening = CompletableFuture.supplyAsync(
                () -> OpenGraph.open(home, options.limits().graph(), counts));
        CompletableFuture<GraphQlEngine> engine = new CompletableFuture<>();
        Contract contract;
        Seed facts;
        WebServer server;
        Awaited asked = new Awaited(engine, new AtomicInteger());
        try {
            contract = checked.orElseGet(Contract::packaged);
            facts = options.seed(contract);
            server = WebServer.start(
                    settings,
                    asked,
                    contract.servedText(),
                    () -> engine.isDone() && opening.join().isReady(),
                    () -> offered.examples(),
                    counts::meters);
        } catch (RuntimeException | Error e) {
            abandon(opening);
            throw e;
        }
        serve(home, opening, contract, facts, asked, rehearsed(settings.documents()), server);
        return 0;
    }

    private Contract checked() {
        Contract contract = Contract.packaged();
        web.check(new DocumentCheck(
                contract, options.limits().operation(), options.limits().pages(), computed));
        return contract;
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
            GraphHome home,
            CompletableFuture<OpenGraph> opening,
            Contract contract,
            Seed facts,
            Awaited asked,
            List<Example> rehearsed,
            WebServer server)
            throws InterruptedException {
        PrintWriter out = spec.commandLine().getOut();
        CountDownLatch stopped = new CountDownLatch(1);
        try {
            OpenGraph application = opening.join();
            application.loadIfChanged(facts).ifPresent(report -> Reports.print(report, out));
            GraphQlEngine keeping = application.keepingAnswers(
                    application.engine(
                            contract,
                            options.limits().operation(),
                            options.limits().pages(),
                            computed),
                    options.limits().answers());
            // How many rows a document asks for depends on what the graph holds.
            DocumentCheck check = application.check(
                    contract, options.limits().operation(), options.limits().pages(), computed);
            web.check(check);
            counts.watch(application, keeping);
            asked.engine().complete(keeping);
            offered = OwnDocuments.within(check, Examples.shipped());
            Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(home, server, application, stopped), "stop"));
            announce(home, application, server);
        } catch (RuntimeException | Error e) {
            asked.engine().completeExceptionally(e);
            server.close();
            abandon(opening);
            if (e instanceof CompletionException && e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw e;
        }
        out.print(offered.told());
        out.printf("Jalon répond sur %s/graphiql%n", server.address());
        out.flush();
        Memory.giveBack();
        new Rehearsal(asked.engine().join(), () -> asked.running().get() > 0).begin(rehearsed);
        stopped.await();
    }

    private static void abandon(CompletableFuture<OpenGraph> opening) {
        opening.thenAccept(OpenGraph::close).exceptionally(neverOpened -> null).join();
    }

    /** Other commands on this machine ask this server, for they cannot open its graph. */
    private static void announce(GraphHome home, OpenGraph application, WebServer server) {
        if (home instanceof GraphHome.Embedded embedded) {
            application
                    .boltAddress()
                    .ifPresent(bolt -> new RunningServer(server.address(), bolt, application.revision())
                            .announce(embedded.folder()));
        }
    }

    private static void stop(GraphHome home, WebServer server, OpenGraph application, CountDownLatch stopped) {
        if (home instanceof GraphHome.Embedded embedded) {
            RunningServer.withdraw(embedded.folder());
        }
        server.close();
        try {
            application.close();
        } catch (GraphException failure) {
            // The next start mends what could not be written, but who stops the server is to know.
            LOG.warn("{}", failure.getMessage());
        } finally {
            stopped.countDown();
        }
    }

    /**
     * Answers once the engine is there.
     *
     * @param running how many operations it answers at the moment
     */
    private record Awaited(CompletableFuture<GraphQlEngine> engine, AtomicInteger running) implements GraphQlEngine {
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
                return Optional.of(engine.join());
            } catch (CompletionException neverOpened) {
                return Optional.empty();
            }
        }
    }
}
