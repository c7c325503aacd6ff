package fr.jalon.command;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileStore;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Something cannot be written; the message says what and why. */
final class OutputException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    OutputException(String what, String reason) {
        this(what, reason, null);
    }

    OutputException(String what, String reason, @Nullable Throwable cause) {
        super("%s cannot be written: %s".formatted(what, reason), cause);
    }

    /**
     * Why a file could not be read or written, in words.
     *
     * @param bytes how many were to be written there; zero for what is read
     */
    static String reason(IOException failure, Path file, long bytes) {
        if (failure instanceof NoSuchFileException) {
            return "it does not exist";
        } else if (failure instanceof AccessDeniedException) {
            return "its permissions do not allow it";
        }
        FileStore disk = disk(file);
        if (disk != null && room(disk) < Math.max(1, bytes)) {
            return "the disk %s is full".formatted(disk);
        }
        String said = failure instanceof FileSystemException known ? known.getReason() : failure.getMessage();
        return said == null ? "it is of another kind than expected" : said;
    }

    private static @Nullable FileStore disk(Path file) {
        Path there = file.toAbsolutePath();
        while (there != null && Files.notExists(there)) {
            there = there.getParent();
        }
        try {
            return there == null ? null : Files.getFileStore(there);
        } catch (IOException unknown) {
            return null;
        }
    }

    /** The system's words for a full disk are in the language of whoever asks, so the disk itself is asked. */
    private static long room(FileStore disk) {
        try {
            return disk.isReadOnly() ? Long.MAX_VALUE : disk.getUsableSpace();
        } catch (IOException unknown) {
            return Long.MAX_VALUE;
        }
    }
}
