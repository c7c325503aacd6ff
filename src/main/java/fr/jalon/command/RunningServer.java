package fr.jalon.command;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import fr.jalon.execution.GraphQlRequest;
import fr.jalon.fact.Revision;
import fr.jalon.summary.SummaryFormat;
import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A {@code jalon serve} of this machine that has the graph of a folder open, as it says in a file of that folder.
 *
 * @param address where it answers HTTP, on the loopback interface
 * @param bolt where its graph answers Bolt, there too
 * @param revision what its graph held when it began to answer
 */
record RunningServer(URI address, URI bolt, Revision revision) {

    private static final Logger LOG = LoggerFactory.getLogger(RunningServer.class);
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String FILE = "jalon-server.properties";

    private static final Duration CLOCK = Duration.ofSeconds(10);

    /** The server has limits of its own, which are shorter. */
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    /** The server of a folder; what a process left that is gone, or that has its number by chance, is none. */
    static Optional<RunningServer> of(Path folder) {
        try {
            Properties file = new Properties();
            file.load(new StringReader(Files.readString(folder.resolve(FILE))));
            Optional<Instant> started = ProcessHandle.of(Long.parseLong(file.getProperty("process", "0")))
                    .flatMap(RunningServer::start);
            URI address = URI.create(file.getProperty("address", ""));
            Instant said = Instant.parse(file.getProperty("started", ""));
            return started.filter(found -> isNear(found, said)).isPresent() && isLoopback(address)
                    ? Optional.of(new RunningServer(address, URI.create(file.getProperty("bolt", "")), revision(file)))
                    : Optional.empty();
        } catch (IOException | IllegalArgumentException | DateTimeException none) {
            return Optional.empty();
        }
    }

    /** Says in the folder that this process answers for it; an address that is not of the loopback interface is kept back. */
    void announce(Path folder) {
        URI local = local(address);
        Optional<Instant> started = start(ProcessHandle.current());
        if (!isLoopback(local) || started.isEmpty()) {
            return;
        }
        Map<String, String> said = Map.of(
                "address", local.toString(),
                "bolt", bolt.toString(),
                "seed", revision.seed(),
                "origin", revision.origin(),
                "rules", revision.rules(),
                "texts", revision.texts(),
                "process", String.valueOf(ProcessHandle.current().pid()),
                "started", started.get().toString());
        Properties file = new Properties();
        file.putAll(said);
        try {
            StringWriter text = new StringWriter();
            file.store(text, "The server that has this graph open; it removes this file when it ends.");
            OutputFile.of(folder.resolve(FILE)).write(text.toString());
        } catch (IOException | CommandException.Output e) {
            LOG.warn("Other commands will not find this server: {}", e.getMessage());
        }
    }

    /** Takes back what was said in the folder. */
    static void withdraw(Path folder) {
        try {
            Files.deleteIfExists(folder.resolve(FILE));
        } catch (IOException e) {
            LOG.warn("{} stays behind, and does no harm", folder.resolve(FILE));
        }
    }

    /** The response map of a GraphQL request. */
    Map<String, Object> answer(GraphQlRequest request) {
        Map<String, Object> body = new HashMap<>();
        body.put("query", request.query());
        body.put("operationName", request.operationName());
        body.put("variables", request.variables());
        body.put("extensions", request.extensions());
        try {
            HttpResponse<String> response = send(HttpRequest.newBuilder(address.resolve("/graphql"))
                    .header("Content-Type", "application/json")
                    .header("Accept", "application/graphql-response+json")
                    .POST(BodyPublishers.ofString(JSON.writeValueAsString(body))));
            Map<String, Object> answer = JSON.readValue(response.body(), new TypeReference<>() {});
            if (answer == null || (!answer.containsKey("data") && !answer.containsKey("errors"))) {
                throw otherwise(response);
            }
            return answer;
        } catch (JsonProcessingException e) {
            throw new CommandException.UnfitGraph(
                    "%s, which has the graph open, does not answer as a server of Jalon".formatted(address));
        }
    }

    /** The summary of a period. */
    byte[] summary(String period, SummaryFormat format) {
        String query =
                "?format=%s&period=%s".formatted(format.extension(), URLEncoder.encode(period, StandardCharsets.UTF_8));
        HttpResponse<byte[]> response =
                send(HttpRequest.newBuilder(address.resolve("/summary" + query)), BodyHandlers.ofByteArray());
        if (response.statusCode() != 200) {
            throw otherwise(response);
        }
        return response.body();
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        return send(request, BodyHandlers.ofString(StandardCharsets.UTF_8));
    }

    private <T> HttpResponse<T> send(HttpRequest.Builder request, BodyHandler<T> body) {
        HttpClient client = HttpClient.newBuilder()
                .proxy(HttpClient.Builder.NO_PROXY)
                .version(HttpClient.Version.HTTP_1_1)
                .build();
        try {
            return client.send(request.timeout(PATIENCE).build(), body);
        } catch (IOException e) {
            throw new CommandException.UnfitGraph("%s, which has the graph open, does not answer".formatted(address));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CommandException.UnfitGraph("the answer of %s was not waited for".formatted(address));
        }
    }

    private CommandException.UnfitGraph otherwise(HttpResponse<?> response) {
        return new CommandException.UnfitGraph(
                "%s, which has the graph open, gave no answer but the status %s; its log says more"
                        .formatted(address, response.statusCode()));
    }

    private static Revision revision(Properties file) {
        return new Revision(
                file.getProperty("seed", ""),
                file.getProperty("origin", ""),
                file.getProperty("rules", ""),
                file.getProperty("texts", ""));
    }

    /** The system counts from its own start, of which it thinks otherwise after each correction of the clock. */
    private static boolean isNear(Instant found, Instant said) {
        return Duration.between(found, said).abs().compareTo(CLOCK) <= 0;
    }

    private static Optional<Instant> start(ProcessHandle process) {
        return process.isAlive() ? process.info().startInstant() : Optional.empty();
    }

    /** A server that listens on every interface is reached on this one, too. */
    private static URI local(URI address) {
        try {
            InetAddress host = InetAddress.getByName(address.getHost());
            String loopback = host instanceof Inet6Address ? "[::1]" : "127.0.0.1";
            return host.isAnyLocalAddress()
                    ? URI.create("http://%s:%s".formatted(loopback, address.getPort()))
                    : address;
        } catch (IOException unknown) {
            return address;
        }
    }

    private static boolean isLoopback(URI address) {
        try {
            return address.getHost() != null
                    && InetAddress.getByName(address.getHost()).isLoopbackAddress();
        } catch (IOException unknown) {
            return false;
        }
    }
}
