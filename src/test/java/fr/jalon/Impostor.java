package fr.jalon;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.BindException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** What may listen where a graph is expected. */
public enum Impostor {
    /** Accepts, and says nothing. */
    SILENT {
        @Override
        void meet(Socket client) {}
    },
    /** Accepts, and ends the connection by force. */
    RESETTING {
        @Override
        void meet(Socket client) throws IOException {
            client.setSoLinger(true, 0);
            client.close();
        }
    },
    /** Says what is no Bolt. */
    BABBLING {
        @Override
        void meet(Socket client) throws IOException {
            client.getOutputStream()
                    .write("220 mail.example.fr ready to serve\r\n".getBytes(StandardCharsets.US_ASCII));
        }
    },
    /** Answers as a web server does. */
    WEB_SERVER {
        @Override
        void meet(Socket client) throws IOException {
            client.getOutputStream()
                    .write("HTTP/1.1 400 Bad Request\r\nContent-Length: 0\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
        }
    };

    abstract void meet(Socket client) throws IOException;

    /** Listens on a port of the loopback interface, or on any free one for 0. */
    public Listening listen(int port) throws IOException {
        return new Listening(this::meet, port);
    }

    /** Listens and passes on to a port, and from there back. */
    public static Relay relay(int port) throws IOException {
        return new Relay(port);
    }

    private static final int MOST_ATTEMPTS = 1_000;

    private static void sleep() throws IOException {
        try {
            Thread.sleep(5);
        } catch (InterruptedException e) {
            throw new IOException(e);
        }
    }

    @FunctionalInterface
    private interface Meeting {
        void with(Socket client) throws IOException;
    }

    /** It, at work. */
    public static class Listening implements Closeable {

        private final ServerSocket socket;
        private final List<Socket> clients = new CopyOnWriteArrayList<>();

        private Listening(Meeting meeting, int port) throws IOException {
            socket = listening(port);
            daemon(() -> {
                while (true) {
                    Socket client = socket.accept();
                    clients.add(client);
                    meeting.with(client);
                }
            });
        }

        /** Whoever listened there before may take a moment to be gone. */
        private static ServerSocket listening(int port) throws IOException {
            for (int attempts = 0; ; attempts++) {
                try {
                    return new ServerSocket(port, 50, InetAddress.getLoopbackAddress());
                } catch (BindException taken) {
                    if (attempts == MOST_ATTEMPTS) {
                        throw taken;
                    }
                    sleep();
                }
            }
        }

        public int port() {
            return socket.getLocalPort();
        }

        @Override
        public void close() throws IOException {
            socket.close();
            for (Socket client : clients) {
                client.close();
            }
        }
    }

    /** A way to a server on which everything stays while it hangs. */
    public static final class Relay implements Closeable {

        private final Listening listening;
        private volatile boolean hangs;

        private Relay(int port) throws IOException {
            listening = new Listening(
                    client -> {
                        Socket server = new Socket(InetAddress.getLoopbackAddress(), port);
                        daemon(() -> pass(client.getInputStream(), server.getOutputStream()));
                        daemon(() -> pass(server.getInputStream(), client.getOutputStream()));
                    },
                    0);
        }

        public int port() {
            return listening.port();
        }

        public void hang() {
            hangs = true;
        }

        public void goOn() {
            hangs = false;
        }

        private void pass(InputStream from, OutputStream to) throws IOException {
            byte[] passing = new byte[8192];
            for (int read = from.read(passing); read >= 0; read = from.read(passing)) {
                while (hangs) {
                    sleep();
                }
                to.write(passing, 0, read);
                to.flush();
            }
        }

        @Override
        public void close() throws IOException {
            listening.close();
        }
    }

    @FunctionalInterface
    private interface Io {
        void run() throws IOException;
    }

    private static void daemon(Io work) {
        Thread thread = new Thread(() -> {
            try {
                work.run();
            } catch (IOException closed) {
                Thread.currentThread().interrupt();
            }
        });
        thread.setDaemon(true);
        thread.start();
    }
}
