package fr.jalon.http;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.stream.IntStream;

/** The server cannot listen where it was told to; the message says what to change. */
public final class ListenException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private static final int FIRST_FREE_FOR_ALL = 1024;
    private static final int PATIENCE_MILLIS = 1000;

    private ListenException(String message, Throwable cause) {
        super(message, cause);
    }

    /**
     * Says in one sentence why the address could not be listened on. Java tells the reasons apart by words of the operating
     * system alone, in its language; so they are found out by trying what should go if one of them did not hold.
     */
    static ListenException of(WebSettings settings, Exception failure) {
        InetSocketAddress wanted = new InetSocketAddress(settings.host(), settings.port());
        return new ListenException(sentence(settings.host(), settings.port(), wanted), failure);
    }

    private static String sentence(String host, int port, InetSocketAddress wanted) {
        if (wanted.isUnresolved()) {
            return "No machine of the name %s is known; choose another with --host".formatted(host);
        } else if (!canListen(new InetSocketAddress(0))) {
            return "The system opens no more sockets for this program; it may have too many files open";
        } else if (!canListen(new InetSocketAddress(wanted.getAddress(), 0))) {
            return "%s is not an address of this machine; choose another with --host".formatted(host);
        } else if (port >= FIRST_FREE_FOR_ALL || isAnswered(wanted) || mayUseLowPorts(wanted.getAddress())) {
            return "Port %s is taken on %s; choose another with --port".formatted(port, host);
        }
        return "Port %s on %s needs an administrator; choose one above 1023 with --port".formatted(port, host);
    }

    private static boolean mayUseLowPorts(InetAddress address) {
        return IntStream.of(1, 3, 1022, FIRST_FREE_FOR_ALL - 1)
                .anyMatch(port -> canListen(new InetSocketAddress(address, port)));
    }

    private static boolean isAnswered(InetSocketAddress address) {
        try (Socket socket = new Socket()) {
            socket.connect(address, PATIENCE_MILLIS);
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    private static boolean canListen(InetSocketAddress address) {
        try (ServerSocket probe = new ServerSocket()) {
            listen(probe, address);
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    /** Listens for a moment, as a server would whose predecessor has just ended. */
    static void listen(ServerSocket probe, InetSocketAddress address) throws IOException {
        probe.setReuseAddress(true);
        probe.bind(address);
    }
}
