package fr.jalon.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.jdi.Bootstrap;
import com.sun.jdi.VMDisconnectedException;
import com.sun.jdi.VirtualMachine;
import com.sun.jdi.connect.AttachingConnector;
import com.sun.jdi.connect.Connector;
import com.sun.jdi.event.Event;
import com.sun.jdi.event.EventSet;
import com.sun.jdi.event.MethodEntryEvent;
import com.sun.jdi.request.EventRequest;
import com.sun.jdi.request.MethodEntryRequest;
import fr.jalon.Jalon;
import java.io.BufferedReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Which classes of ours a request passes from socket to socket on its first run, in the order in which it enters them, as a
 * debugger sees it.
 *
 * <p>{@code request-path.txt} keeps the files that hold them; {@code -Djalon.rewrite=true} writes it anew.
 */
class RequestPathTest {

    private static final Path KNOWN = Path.of("src/test/resources/request-path.txt");
    private static final Pattern DEBUGGER = Pattern.compile("address: (\\d+)");
    private static final Pattern ADDRESS = Pattern.compile("http://127\\.0\\.0\\.1:\\d+");
    private static final String QUERY = """
            {"query": "query First($code: String!) {
            actions(first: 5, filter: { code: { eq: $code } }) { totalCount nodes { id title } } }",
            "variables": {"code": "SPM-A05"}}""".replace('\n', ' ');

    @TempDir
    private Path folder;

    @Test
    @Tag("trial")
    void a_request_passes_the_files_it_is_known_to_pass() throws Exception {
        SmallSeed.copyTo(folder.resolve("graph-seed"));
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx512m",
                        "-XX:TieredStopAtLevel=1",
                        "--add-opens=java.base/java.nio=ALL-UNNAMED",
                        "-agentlib:jdwp=transport=dt_socket,server=y,suspend=n,address=127.0.0.1:0",
                        "-classpath",
                        System.getProperty("java.class.path"),
                        Jalon.class.getName(),
                        "serve",
                        "--port=0",
                        "--timeout=300")
                .directory(folder.toFile())
                .redirectError(folder.resolve("errors").toFile())
                .start();
        try (BufferedReader output = process.inputReader()) {
            List<String> said = Program.linesUntil(output, "Jalon répond");
            Set<String> classes = classes(found(DEBUGGER, said, 1), URI.create(found(ADDRESS, said, 0)));
            Set<String> files = classes.stream()
                    .map(name -> name.replaceFirst("\\$.*", ""))
                    .collect(Collectors.toCollection(LinkedHashSet::new));
            if (Boolean.getBoolean("jalon.rewrite")) {
                Files.write(KNOWN, files);
                Files.write(Path.of("target/request-classes.txt"), classes);
            }

            assertThat(files).containsExactlyInAnyOrderElementsOf(Files.readAllLines(KNOWN));
        } finally {
            process.destroy();
            process.waitFor();
        }
    }

    private static String found(Pattern pattern, List<String> lines, int group) {
        Matcher matcher = pattern.matcher(String.join("\n", lines));
        assertThat(matcher.find()).isTrue();
        return matcher.group(group);
    }

    private static Set<String> classes(String debugger, URI server) throws Exception {
        VirtualMachine machine = attached(debugger);
        Set<String> classes = Collections.synchronizedSet(new LinkedHashSet<>());
        MethodEntryRequest entries = machine.eventRequestManager().createMethodEntryRequest();
        entries.addClassFilter("fr.jalon.*");
        entries.setSuspendPolicy(EventRequest.SUSPEND_EVENT_THREAD);
        entries.enable();
        Thread watcher = new Thread(() -> watch(machine, classes), "watcher");
        watcher.start();
        HttpResponse<String> answer = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(server.resolve("/graphql"))
                                .header("Content-Type", "application/json")
                                .POST(BodyPublishers.ofString(QUERY))
                                .build(),
                        BodyHandlers.ofString());
        machine.dispose();
        watcher.join();
        assertThat(answer.body()).contains("\"totalCount\":");
        return classes;
    }

    private static VirtualMachine attached(String port) throws Exception {
        AttachingConnector socket = Bootstrap.virtualMachineManager().attachingConnectors().stream()
                .filter(each -> each.name().equals("com.sun.jdi.SocketAttach"))
                .findAny()
                .orElseThrow();
        Map<String, Connector.Argument> arguments = socket.defaultArguments();
        Objects.requireNonNull(arguments.get("hostname")).setValue("127.0.0.1");
        Objects.requireNonNull(arguments.get("port")).setValue(port);
        return socket.attach(arguments);
    }

    /** Notes what threads enter that serve requests; what the server does by itself goes on beside them. */
    private static void watch(VirtualMachine machine, Set<String> classes) {
        Map<Long, Boolean> serving = new HashMap<>();
        try {
            while (true) {
                EventSet events = machine.eventQueue().remove();
                for (Event event : events) {
                    if (event instanceof MethodEntryEvent entry
                            && serving.computeIfAbsent(
                                    entry.thread().uniqueID(),
                                    id -> serves(entry.thread().name()))) {
                        classes.add(entry.method().declaringType().name().replaceFirst("\\$\\$Lambda.*", ""));
                    }
                }
                events.resume();
            }
        } catch (VMDisconnectedException | InterruptedException ended) {
            Thread.currentThread().interrupt();
        }
    }

    private static boolean serves(String thread) {
        return thread.startsWith("Jetty") || thread.equals("operation") || thread.startsWith("qtp") || thread.isEmpty();
    }
}
