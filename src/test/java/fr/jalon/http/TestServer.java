package fr.jalon.http;

import fr.jalon.TestGraph;
import fr.jalon.access.Authentication;
import fr.jalon.access.Caller;
import fr.jalon.access.Channel;
import fr.jalon.access.Credential;
import fr.jalon.access.Identity;
import fr.jalon.execution.GraphQlEngine;
import fr.jalon.execution.OperationLimits;
import fr.jalon.http.documents.Examples.Example;
import fr.jalon.http.observation.Meter;
import fr.jalon.pages.Pages;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Servers of what tests have. */
public final class TestServer {

    /** Knows no credential. */
    private static final Authentication NOBODY = new Authentication() {
        @Override
        public Caller identify(Credential credential, Channel channel) {
            return new Caller.Refused(Caller.Fault.UNKNOWN, channel);
        }

        @Override
        public Optional<String> signIn(Identity identity) {
            return Optional.empty();
        }

        @Override
        public void signOut(String secret) {}
    };

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

    /** Serves answers of an engine to callers that are known. */
    static WebServer start(WebSettings settings, GraphQlEngine engine, Authentication authentication) {
        return start(settings, engine, TinyGraph.CONTRACT, () -> Readiness.WARM, List.of(), List::of, authentication);
    }

    /** The same with what other rooms count. */
    static WebServer start(
            WebSettings settings,
            GraphQlEngine engine,
            String contract,
            Supplier<Readiness> readiness,
            List<Example> examples,
            Supplier<List<Meter>> meters) {
        return start(settings, engine, contract, readiness, examples, meters, NOBODY);
    }

    private static WebServer start(
            WebSettings settings,
            GraphQlEngine engine,
            String contract,
            Supplier<Readiness> readiness,
            List<Example> examples,
            Supplier<List<Meter>> meters,
            Authentication authentication) {
        Site site = new Site(
                contract,
                TestGraph.CONTRACT::servedTextInFrench,
                new Pages(() -> TestGraph.CONTRACT, Clock.systemUTC()),
                () -> examples);
        return WebServer.start(settings, engine, site, authentication, readiness, meters);
    }
}
