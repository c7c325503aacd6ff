package fr.jalon.command;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Standard output in UTF-8 that remembers why it could not be written, which a writer would swallow. */
final class StandardOutput extends OutputStream {

    private static final Path OPENED = Path.of("/proc/self/fd/1");

    private final OutputStream stream = new FileOutputStream(FileDescriptor.out);
    private @Nullable IOException failure;

    PrintWriter writer() {
        return new PrintWriter(new OutputStreamWriter(this, StandardCharsets.UTF_8));
    }

    @Override
    public void write(int octet) throws IOException {
        write(new byte[] {(byte) octet}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        if (failure != null) {
            throw failure;
        }
        try {
            stream.write(bytes, offset, length);
        } catch (IOException e) {
            failure = e;
            throw e;
        }
    }

    /** Why something was not written, if so. */
    @Nullable
    IOException failure() {
        return failure;
    }

    /** Whether who reads went away, which ends a command quietly; a pipe fails in no other way. */
    static boolean isPipe() {
        try {
            String opened = Files.readSymbolicLink(OPENED).toString();
            return opened.startsWith("pipe:") || opened.startsWith("socket:");
        } catch (IOException | UnsupportedOperationException elsewhere) {
            return false;
        }
    }

    /** Where it leads, if that is a file. */
    static Path file() {
        try {
            return OPENED.toRealPath();
        } catch (IOException elsewhere) {
            return Path.of("");
        }
    }
}
