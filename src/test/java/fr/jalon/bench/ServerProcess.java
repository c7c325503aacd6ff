package fr.jalon.bench;

import fr.jalon.FreePort;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The server in a process of its own, as users start it, on a graph in a folder. */
final class ServerProcess implements AutoCloseable {

    private static final int START_SECONDS = 120;
    private static final int STOP_SECONDS = 20;
    private static final int PAUSE_MILLIS = 100;

    private final Process process;
    private final URI address;
    private final URI graph;

    private ServerProcess(Process process, URI address, URI graph) {
        this.process = process;
        this.address = address;
        this.graph = graph;
    }

    /** Starts a server, with options of its command line, and waits until it answers; what it prints goes to a file. */
    static ServerProcess start(Path folder, String... options) {
        int port = FreePort.any();
        int boltPort = FreePort.any();
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx512m",
                "--add-opens=java.base/java.nio=ALL-UNNAMED",
                "--add-opens=java.base/java.io=ALL-UNNAMED",
                "--add-opens=java.base/sun.nio.ch=ALL-UNNAMED",
                "-classpath",
                System.getProperty("java.class.path"),
                "fr.jalon.Jalon",
                "serve"));
        command.addAll(List.of("--port", String.valueOf(port), "--bolt-port", String.valueOf(boltPort)));
        command.addAll(List.of("--data", folder.toString(), "--seed", "graph-seed"));
        command.addAll(List.of(options));
        try {
            Process process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(Path.of(folder + ".log").toFile())
                    .start();
            Runtime.getRuntime().addShutdownHook(new Thread(process::destroy));
            ServerProcess server = new ServerProcess(
                    process, URI.create("http://127.0.0.1:" + port), URI.create("bolt://127.0.0.1:" + boltPort));
            server.awaitReady(folder);
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    URI address() {
        return address;
    }

    /** Where the driver reaches the same graph. */
    URI graph() {
        return graph;
    }

    /** What it took of the cores since it started. */
    Duration cpu() {
        return process.info().totalCpuDuration().orElse(Duration.ZERO);
    }

    long id() {
        return process.pid();
    }

    private void awaitReady(Path folder) {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(START_SECONDS);
        while (!isReady()) {
            if (!process.isAlive() || System.nanoTime() > deadline) {
                process.destroyForcibly();
                throw new IllegalStateException("the server did not start: see " + folder + ".log");
            }
            try {
                TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    private boolean isReady() {
        try (Connection connection = Connection.to(address)) {
            connection.exchange(connection.get("/health/ready"));
            return true;
        } catch (UncheckedIOException | IllegalStateException notYet) {
            return false;
        }
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(STOP_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor();
            }
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
