package fr.jalon.http;

import fr.jalon.TestGraph;
import fr.jalon.execution.GraphQlEngine;
import fr.jalon.execution.OperationLimits;
import fr.jalon.http.documents.Examples.Example;
import fr.jalon.http.observation.Meter;
import fr.jalon.pages.Pages;
import java.time.Clock;
import java.util.List;
import java.util.function.Supplier;

/** Servers of what tests have. */
public final class TestServer {

    private TestServer() {}

    /** Serves the graph that all tests of this JVM read. */
    static WebServer overTheGraph() {
        return start(
                WebSettings.defaults().withPort(0),
                TestGraph.shared().engine(OperationLimits.STANDARD, TestGraph.PAGES),
                TestGraph.CONTRACT.servedText(),
                () -> Readiness.WARM,
                List.of());
    }

    /** Serves answers of an engine, with the pages of the program. */
    public static WebServer start(
            WebSettings settings,
            GraphQlEngine engine,
            String contract,
            Supplier<Readiness> readiness,
            List<Example> examples) {
        return start(settings, engine, contract, readiness, examples, List::of);
    }

    /** The same with what other rooms count. */
    static WebServer start(
            WebSettings settings,
            GraphQlEngine engine,
            String contract,
            Supplier<Readiness> readiness,
            List<Example> examples,
            Supplier<List<Meter>> meters) {
        Site site = new Site(
                contract,
                TestGraph.CONTRACT::servedTextInFrench,
                new Pages(() -> TestGraph.CONTRACT, Clock.systemUTC()),
                () -> examples);
        return WebServer.start(settings, engine, site, readiness, meters);
    }
}
