package fr.jalon.command;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFileAttributes;
import java.util.List;

/**
 * A file that a command writes wholly or leaves as it was.
 *
 * <p>The text is written beside it and moved into its place. What a link leads to is replaced, not the link; a device or
 * a pipe is written as it is.
 */
final class OutputFile {

    private static final int MOST_LINKS = 40;
    private static final List<String> OPENED = List.of("/proc", "/dev/fd", "/dev/stdout", "/dev/stderr");

    private final Path named;
    private final Path file;

    private OutputFile(Path named, Path file) {
        this.named = named;
        this.file = file;
    }

    /** The file of that name; fails with {@link CommandException.Output}, before anybody works for it, if it cannot be written. */
    static OutputFile of(Path named) {
        OutputFile output = new OutputFile(named, target(named));
        output.check();
        return output;
    }

    void write(String text) {
        write(text.getBytes(StandardCharsets.UTF_8));
    }

    /** Fails with {@link CommandException.Output}; then the file is as it was. */
    void write(byte[] bytes) {
        try {
            if (isReplaced()) {
                replace(bytes);
            } else {
                try (OutputStream stream = Files.newOutputStream(file, StandardOpenOption.APPEND)) {
                    stream.write(bytes);
                }
            }
        } catch (IOException e) {
            throw new CommandException.Output(named.toString(), CommandException.reason(e, folder(), bytes.length), e);
        }
    }

    private void check() {
        if (Files.isDirectory(file)) {
            throw new CommandException.Output(named.toString(), "it is a folder");
        } else if (!Files.isDirectory(folder())) {
            throw new CommandException.Output(named.toString(), "there is no folder " + shown());
        } else if (Files.exists(file) && !Files.isWritable(file)) {
            throw new CommandException.Output(named.toString(), "its permissions do not allow it");
        } else if (isReplaced() && !Files.isWritable(folder())) {
            throw new CommandException.Output(
                    named.toString(), "the permissions of %s do not allow it".formatted(shown()));
        }
    }

    private boolean isReplaced() {
        return !isOpened(file) && (Files.notExists(file) || Files.isRegularFile(file));
    }

    private void replace(byte[] bytes) throws IOException {
        Path draft = folder().resolve(".%s-%s.draft"
                .formatted(file.getFileName(), ProcessHandle.current().pid()));
        try {
            try (FileChannel channel =
                    FileChannel.open(draft, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
                for (ByteBuffer rest = ByteBuffer.wrap(bytes); rest.hasRemaining(); ) {
                    channel.write(rest);
                }
                channel.force(true);
            }
            if (Files.exists(file)) {
                keepAttributes(draft);
            }
            Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(draft);
        }
    }

    /** Owner and group are kept as far as the one who writes may. */
    private void keepAttributes(Path draft) throws IOException {
        PosixFileAttributeView from = Files.getFileAttributeView(file, PosixFileAttributeView.class);
        PosixFileAttributeView to = Files.getFileAttributeView(draft, PosixFileAttributeView.class);
        if (from == null || to == null) {
            return;
        }
        PosixFileAttributes attributes = from.readAttributes();
        try {
            to.setGroup(attributes.group());
            to.setOwner(attributes.owner());
        } catch (IOException notOurs) {
            // The file then belongs to the one who wrote it.
        }
        to.setPermissions(attributes.permissions());
    }

    private Path shown() {
        Path parent = file.getParent();
        return parent == null ? folder() : parent;
    }

    private Path folder() {
        Path parent = file.toAbsolutePath().getParent();
        return parent == null ? file.toAbsolutePath() : parent;
    }

    private static Path target(Path named) {
        Path target = named;
        try {
            for (int links = 0; Files.isSymbolicLink(target) && !isOpened(target) && links < MOST_LINKS; links++) {
                target = target.resolveSibling(Files.readSymbolicLink(target));
            }
        } catch (IOException e) {
            throw new CommandException.Output(named.toString(), CommandException.reason(e, named, 0), e);
        }
        return target;
    }

    /** Whether it is what the program or the system has open already, such as standard output. */
    private static boolean isOpened(Path file) {
        return OPENED.stream().anyMatch(file::startsWith);
    }
}
