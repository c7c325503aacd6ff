package fr.jalon.command;

import fr.jalon.execution.ComputedField;
import fr.jalon.execution.DocumentCheck;
import fr.jalon.execution.GraphQlEngine;
import fr.jalon.execution.OperationLimits;
import fr.jalon.http.WebServer;
import fr.jalon.http.WebSettings;
import fr.jalon.http.documents.Examples;
import fr.jalon.http.documents.Examples.Example;
import fr.jalon.neo4j.GraphHome;
import fr.jalon.neo4j.GraphSettings;
import fr.jalon.plan.PageLimits;
import fr.jalon.schema.Contract;
import fr.jalon.seed.Seed;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Callable;
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
    private GraphOptions graph;

    @Mixin
    private SeedOptions seed;

    @Mixin
    private LimitOptions limits;

    @Mixin
    private TransactionOptions transactions;

    @Mixin
    private CapacityOptions capacity;

    @Mixin
    private WebOptions web;

    @Mixin
    private DocumentOptions documents;

    @Mixin
    private SignInOptions signIn;

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
        GraphHome home = graph.home();
        WebSettings settings = settings(home);
        web.requireOtherPort(home);
        Memory.requireHeap(heap());
        GraphSettings bounds = transactions.settings();
        WebServer.requireFree(settings);
        // Documents of the operator's own are checked first; without any, the contract is read while the graph starts.
        Optional<Contract> checked = documents.areTrusted() ? Optional.of(checked()) : Optional.empty();
        GraphServer server = new GraphServer(home, bounds);
        ServedExamples examples;
        try {
            Contract contract = checked.orElseGet(Contract::packaged);
            Seed facts = seed.seed(contract);
            server.listen(settings, contract, Examples.shipped());
            examples = answer(server, settings, contract, facts);
        } catch (RuntimeException | Error e) {
            server.abandon(e);
            throw e;
        }
        PrintWriter out = spec.commandLine().getOut();
        out.print(examples.notice());
        out.printf("Jalon répond sur %1$s/ (GraphiQL : %1$s/graphiql)%n", server.address());
        out.flush();
        Memory.giveBack();
        server.warmUp(likely(examples));
        server.awaitStop();
        return 0;
    }

    /** An embedded graph works on the cores that answer. */
    private WebSettings settings(GraphHome home) {
        WebSettings settings = web.settings()
                .withDocuments(documents.settings())
                .withLoad(capacity.load())
                .withAccess(signIn.settings())
                .withExplain(limits.operation().explain());
        return home instanceof GraphHome.Embedded
                ? settings.withLoad(settings.load().onItsCores())
                : settings;
    }

    private Map<String, Integer> heap() {
        Map<String, Integer> shares = new TreeMap<>(transactions.heap());
        shares.putAll(capacity.heap());
        shares.putAll(documents.heap());
        return shares;
    }

    private Contract checked() {
        Contract contract = Contract.packaged();
        documents.check(new DocumentCheck(contract, limits.operation(), limits.pages(), computed), web.bodyBytes());
        return contract;
    }

    private ServedExamples answer(GraphServer server, WebSettings settings, Contract contract, Seed facts) {
        OpenGraph opened = server.graph();
        opened.loadIfChanged(facts)
                .ifPresent(
                        report -> LoadCommand.print(report, spec.commandLine().getOut()));
        opened.restore(facts);
        OperationLimits most = limits.operation();
        PageLimits pages = limits.pages();
        GraphQlEngine engine =
                opened.keepingAnswers(opened.writing(contract, most, pages, computed), capacity.answers());
        // How many rows a document asks for depends on what the graph holds.
        DocumentCheck check = opened.check(contract, most, pages, computed);
        documents.check(check, settings.maxBodyBytes());
        List<Example> shipped = settings.documents().trustedOnly() ? List.of() : Examples.shipped();
        ServedExamples examples = ServedExamples.within(check, settings.maxBodyBytes(), shipped);
        server.answer(engine, examples.offered());
        return examples;
    }

    /** What is likely to be asked first. */
    private List<Example> likely(ServedExamples examples) {
        return Stream.concat(examples.offered().stream(), documents.settings().examples().stream())
                .toList();
    }

    /**
     * The file of classes as a JVM keeps them in memory, which {@code bin/jalon} gives to Java so that starting is quick.
     *
     * <p>Java drops an archive that was made by another build of itself, with another collector or from other jars, and
     * mostly says nothing.
     */
    private static final class ClassArchive {

        private static final String PROPERTY = "jalon.archive";
        private static final Path MAPPED_FILES = Path.of("/proc/self/maps");

        private ClassArchive() {}

        /** A sentence for whoever starts the program, unless Java took the archive, none was meant or it cannot be known. */
        static Optional<String> complaint() {
            String archive = System.getProperty(PROPERTY);
            if (archive == null || !Files.isReadable(MAPPED_FILES) || isMapped(archive)) {
                return Optional.empty();
            }
            return Optional.of(
                    "The class archive %s is not there or not one of this Java (%s), so starting takes longer; %s makes one"
                            .formatted(
                                    archive,
                                    System.getProperty("java.vm.version"),
                                    Path.of(archive).resolveSibling("bin").resolve("jalon-archive")));
        }

        private static boolean isMapped(String archive) {
            try (Stream<String> files = Files.lines(MAPPED_FILES)) {
                return files.anyMatch(line -> line.endsWith(archive));
            } catch (IOException e) {
                return false;
            }
        }
    }
}
