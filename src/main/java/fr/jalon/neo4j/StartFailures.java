package fr.jalon.neo4j;

import com.sun.management.UnixOperatingSystemMXBean;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.FileStore;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.neo4j.configuration.helpers.PortBindException;
import org.neo4j.io.locker.FileLockException;
import org.neo4j.kernel.impl.transaction.log.entry.UnsupportedLogVersionException;

/**
 * Finds out why an embedded graph does not start, or does not go on.
 *
 * <p>The system's words for a failure depend on its language, so causes are measured where they can be.
 */
final class StartFailures {

    /** Fewer descriptors than this are free when opening a file has failed for want of one. */
    private static final long SPARE_FILES = 16;

    private final Path folder;
    private final @Nullable Throwable failure;

    private StartFailures(Path folder, @Nullable Throwable failure) {
        this.folder = folder;
        this.failure = failure;
    }

    static GraphException of(GraphHome.Embedded home, @Nullable Throwable failure) {
        if (failure instanceof GraphException known) {
            return known;
        }
        if (failure != null && cause(failure, FileLockException.class).isPresent()) {
            return new GraphException.FolderLocked(home.folder(), OptionalLong.empty(), failure);
        }
        if (failure != null && cause(failure, PortBindException.class).isPresent()) {
            return new GraphException.PortTaken(home.boltPort(), failure);
        }
        return new StartFailures(home.folder(), failure).measured();
    }

    private GraphException measured() {
        Path existing = folder;
        while (!Files.exists(existing, LinkOption.NOFOLLOW_LINKS) && existing.getParent() != null) {
            existing = existing.getParent();
        }
        if (!Files.isDirectory(existing)) {
            return because("%s is not a folder; choose another one".formatted(existing));
        }
        if (isOutOfFiles()) {
            return because("it needs more open files than the %s that the system allows this process; raise that limit"
                    .formatted(fileLimit()));
        }
        IOException refused = new DiskSpace(existing).writeFailure();
        if (refused != null) {
            return new DiskSpace(existing).isFull()
                    ? new DiskSpace(folder).full(failure)
                    : notWritable(existing, refused);
        }
        return shutFile().map(file -> notWritable(file, null)).orElseGet(this::ofFiles);
    }

    private GraphException because(String reason) {
        return new GraphException.StartFailed(folder, reason, failure);
    }

    private GraphException notWritable(Path path, @Nullable IOException refused) {
        return because("%s cannot be written, as %s; change that, or choose another folder"
                .formatted(path, isReadOnly(path) ? "its disk is read-only" : refusal(path, refused)));
    }

    private Optional<Path> shutFile() {
        if (Files.notExists(folder)) {
            return Optional.empty();
        }
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> !Files.isReadable(file) || !Files.isWritable(file))
                    .findFirst();
        } catch (IOException | UncheckedIOException unreadable) {
            return Optional.of(folder);
        }
    }

    private static boolean isReadOnly(Path path) {
        try {
            FileStore store = Files.getFileStore(path);
            return store.isReadOnly();
        } catch (IOException unknown) {
            return false;
        }
    }

    private static String refusal(Path path, @Nullable IOException refused) {
        String owner;
        try {
            owner = Files.getOwner(path).getName();
        } catch (IOException | UnsupportedOperationException unknown) {
            owner = "?";
        }
        String user = System.getProperty("user.name", "?");
        if (!owner.equals(user)) {
            return "it belongs to %s, and this process runs as %s".formatted(owner, user);
        }
        return refused instanceof FileSystemException failed && failed.getReason() != null
                ? "the system says \"%s\"".formatted(failed.getReason())
                : "its permissions do not allow it";
    }

    private boolean isOutOfFiles() {
        return ManagementFactory.getOperatingSystemMXBean() instanceof UnixOperatingSystemMXBean system
                && (system.getMaxFileDescriptorCount() - system.getOpenFileDescriptorCount() < SPARE_FILES
                        || says("Too many open files"));
    }

    private static long fileLimit() {
        return ManagementFactory.getOperatingSystemMXBean() instanceof UnixOperatingSystemMXBean system
                ? system.getMaxFileDescriptorCount()
                : 0;
    }

    private GraphException ofFiles() {
        if (failure instanceof IOException failed) {
            return because("the system says \"%s\" of %s".formatted(failed.getMessage(), folder));
        }
        return because(
                cause(failure, UnsupportedLogVersionException.class).isPresent() || says("Unknown store version")
                        ? "another version of the program made it, in a form that this one does not know; use that version"
                        : "its files are damaged; move the folder away to begin with a new graph");
    }

    private boolean says(String words) {
        return causes(failure)
                .anyMatch(each -> String.valueOf(each.getMessage()).contains(words));
    }

    private static <T extends Throwable> Optional<T> cause(@Nullable Throwable failure, Class<T> type) {
        return causes(failure).filter(type::isInstance).map(type::cast).findFirst();
    }

    private static Stream<Throwable> causes(@Nullable Throwable failure) {
        return Stream.iterate(failure, link -> link != null, link -> link == null ? null : link.getCause());
    }
}
