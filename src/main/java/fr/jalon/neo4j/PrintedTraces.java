package fr.jalon.neo4j;

import java.io.PrintStream;
import java.nio.charset.Charset;

/**
 * Standard error without the stack traces that the embedded server prints there, past every log, when it meets a full disk;
 * what comes of that is told by a {@link GraphException}.
 */
final class PrintedTraces extends PrintStream {

    private static final StackWalker STACK = StackWalker.getInstance();
    private static final String SERVER = "org.neo4j.";

    private PrintedTraces(PrintStream all) {
        super(all, true, charset());
    }

    private static Charset charset() {
        String given = System.getProperty("stderr.encoding", System.getProperty("sun.stderr.encoding"));
        return given == null ? Charset.defaultCharset() : Charset.forName(given);
    }

    /** Keeps them out from here on. */
    static synchronized void drop() {
        if (!(System.err instanceof PrintedTraces)) {
            System.setErr(new PrintedTraces(System.err));
        }
    }

    @Override
    public void println(Object line) {
        boolean own = STACK.walk(
                frames -> frames.noneMatch(frame -> frame.getClassName().startsWith(SERVER)));
        if (own) {
            super.println(line);
        }
    }
}
