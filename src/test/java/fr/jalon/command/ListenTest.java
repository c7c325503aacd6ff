package fr.jalon.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import fr.jalon.http.ListenException;
import fr.jalon.http.WebServer;
import fr.jalon.http.WebSettings;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Why an address cannot be listened on is found out without the words of the operating system. */
class ListenTest {

    @TempDir
    private Path folder = Path.of("");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "192.0.2.1         | 0    | 192.0.2.1 is not an address of this machine; choose another with --host",
                "192.0.2.1         | 80   | 192.0.2.1 is not an address of this machine; choose another with --host",
                "2001:db8::1       | 8080 | 2001:db8::1 is not an address of this machine; choose another with --host",
                "fe80::1           | 8080 | fe80::1 is not an address of this machine; choose another with --host",
                "nulle.part.invalid | 8080 | No machine of the name nulle.part.invalid is known; choose another with --host",
                "http://127.0.0.1  | 8080 | No machine of the name http://127.0.0.1 is known; choose another with --host",
            })
    void an_address_that_is_not_here_is_told_so(String host, int port, String message) {
        assertThat(refusal(host, port)).isEqualTo(message);
    }

    @ParameterizedTest
    @CsvSource({"127.0.0.1", "0.0.0.0", "::1", "localhost"})
    void a_port_that_is_taken_is_told_with_the_address(String host) throws IOException {
        try (ServerSocket other = listening(host)) {
            assertThat(refusal(host, other.getLocalPort()))
                    .isEqualTo(
                            "Port %s is taken on %s; choose another with --port".formatted(other.getLocalPort(), host));
        }
    }

    @Test
    void an_address_in_brackets_is_one_of_ipv6() throws Exception {
        try (ServerSocket other = listening("::1")) {
            Program.Ended ended =
                    program().run(List.of("serve", "--host=[::1]", "--port=" + other.getLocalPort()), Map.of());

            assertThat(ended.errors())
                    .isEqualTo("jalon: Port %s is taken on ::1; choose another with --port\n"
                            .formatted(other.getLocalPort()));
        }
    }

    @Test
    void a_low_port_needs_an_administrator_and_one_who_may_use_them_is_told_that_it_is_taken() throws Exception {
        Path setpriv = Path.of("/usr/bin/setpriv");
        assumeTrue(
                Files.isExecutable(setpriv) && System.getProperty("user.name").equals("root"), "needs root");
        List<String> unprivileged =
                List.of(setpriv.toString(), "--bounding-set=-net_bind_service", "--inh-caps=-net_bind_service");

        Program.Ended ended = program().runBy(unprivileged, List.of("serve", "--port=81"), Map.of());

        assertThat(ended.errors())
                .isEqualTo("jalon: Port 81 on 127.0.0.1 needs an administrator; choose one above 1023 with --port\n");
        assertThat(ended.code()).isEqualTo(Failures.UNAVAILABLE);
        try (ServerSocket other = new ServerSocket(81, 1, InetAddress.getLoopbackAddress())) {
            assertThat(refusal("127.0.0.1", other.getLocalPort()))
                    .isEqualTo("Port 81 is taken on 127.0.0.1; choose another with --port");
        }
    }

    private static ServerSocket listening(String host) throws IOException {
        try {
            return new ServerSocket(0, 1, InetAddress.getByName(host));
        } catch (java.net.SocketException e) {
            assumeTrue(false, "this machine has no address " + host);
            throw e;
        }
    }

    private static String refusal(String host, int port) {
        try {
            WebServer.requireFree(WebSettings.defaults().withAddress(host, port));
            return "free";
        } catch (ListenException e) {
            return String.valueOf(e.getMessage());
        }
    }

    private Program program() throws IOException {
        return Program.in(folder, Files.createDirectories(folder.resolve("logs")));
    }
}
