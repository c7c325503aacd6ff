package fr.jalon.command;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileStore;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** A command cannot do what it was started for; the message says why, and what to do. */
abstract sealed class CommandException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private CommandException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }

    /** A command was given something it cannot work with. */
    static final class Usage extends CommandException {

        private static final long serialVersionUID = 1L;

        Usage(String message) {
            super(message, null);
        }
    }

    /** The graph at hand is not the one that a command needs; the message says what it is. */
    static final class UnfitGraph extends CommandException {

        private static final long serialVersionUID = 1L;

        UnfitGraph(String message) {
            super(message, null);
        }
    }

    /** Something cannot be written; the message says what. */
    static final class Output extends CommandException {

        private static final long serialVersionUID = 1L;

        Output(String what, String reason) {
            this(what, reason, null);
        }

        Output(String what, String reason, @Nullable Throwable cause) {
            super("%s cannot be written: %s".formatted(what, reason), cause);
        }
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
