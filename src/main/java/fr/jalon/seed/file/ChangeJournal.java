package fr.jalon.seed.file;

import fr.jalon.schema.Checksum;
import java.io.IOException;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileStore;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFileAttributes;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Puts several files into a folder at once: they are written beside it first, then a journal names them all, and from that
 * moment on the folder holds all of them, whoever has to put them in their places.
 *
 * <p>A process may be killed at any point. Without a journal, what it wrote is nothing; with one, the next change puts in
 * place what is left, and who only reads takes from here what is not in its place yet.
 */
final class ChangeJournal {

    /** Name of the folder inside the changed one; no name that a person would choose. */
    static final String HOME = ".jalon-change-6f2d9a71";

    private static final String JOURNAL = "journal";
    private static final String LOCK = "lock";
    private static final String NONE = "none";

    private final Path folder;
    private final Path home;

    ChangeJournal(Path folder) {
        this.folder = folder;
        this.home = folder.resolve(HOME);
    }

    Path home() {
        return home;
    }

    /**
     * A file of a change.
     *
     * @param path inside the folder
     * @param digest SHA-256 of what the file held before, in hexadecimal; {@link #NONE} where there was none
     */
    private record Entry(String path, String digest) {

        private String line() {
            return URLEncoder.encode(path, StandardCharsets.UTF_8) + " " + digest;
        }

        private static Entry of(String line) {
            String[] parts = line.split(" ", 2);
            return new Entry(URLDecoder.decode(parts[0], StandardCharsets.UTF_8), parts.length > 1 ? parts[1] : "");
        }
    }

    /**
     * The files that belong to the folder and are not in their places yet, by their paths inside it.
     *
     * @throws FileSystemException for one whose place holds what is neither old nor new, but what somebody wrote since
     */
    Map<String, Path> pending() throws IOException {
        Map<String, Path> pending = new LinkedHashMap<>();
        List<Entry> entries = entries();
        for (int i = 0; i < entries.size(); i++) {
            if (Files.exists(staged(i))) {
                requireUntouched(entries.get(i), staged(i));
                pending.put(entries.get(i).path(), staged(i));
            }
        }
        return pending;
    }

    private List<Entry> entries() throws IOException {
        try {
            return Files.readAllLines(home.resolve(JOURNAL)).stream()
                    .map(Entry::of)
                    .toList();
        } catch (NoSuchFileException e) {
            return List.of();
        }
    }

    private void requireUntouched(Entry entry, Path staged) throws IOException {
        Path target = target(entry.path());
        try {
            String held = text(target);
            // A copy to another disk may have been cut off in its midst.
            if (!entry.digest().isEmpty()
                    && !Checksum.of(held).equals(entry.digest())
                    && !text(staged).startsWith(held)) {
                throw new FileSystemException(
                        target.toString(),
                        null,
                        "it was changed after an import was cut off that changes it as well;"
                                + " move it elsewhere, import again, and make the change anew");
            }
        } catch (NoSuchFileException e) {
            // Nothing can be lost there, or another process has just put the staged file in its place.
        }
    }

    private static String digest(Path target) throws IOException {
        return Files.exists(target) ? Checksum.of(text(target)) : NONE;
    }

    /** A char for each byte. */
    private static String text(Path file) throws IOException {
        return new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
    }

    private Path staged(int index) {
        return home.resolve(String.valueOf(index));
    }

    /** Writes files, all or none; throws {@link FileSystemException} that names the full disk, with all as it was. */
    void write(List<SeedFile> files) throws IOException {
        for (SeedFile each : files) {
            requirePlace(target(each.path()));
        }
        try {
            for (int i = 0; i < files.size(); i++) {
                stage(i, files.get(i));
            }
            commit(files);
        } catch (IOException e) {
            long bytes = files.stream()
                    .mapToLong(each -> each.text().getBytes(StandardCharsets.UTF_8).length)
                    .sum();
            discard();
            throw named(e, bytes);
        }
        complete();
    }

    private static void requirePlace(Path target) throws FileSystemException {
        if (Files.isDirectory(target)) {
            throw new FileSystemException(target.toString(), null, "a folder is in its place");
        } else if (Files.exists(target) && !Files.isWritable(target)) {
            throw new FileSystemException(target.toString(), null, "its permissions do not allow to change it");
        }
    }

    private void stage(int index, SeedFile file) throws IOException {
        Path staged = staged(index);
        Files.writeString(staged, file.text(), StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        Path target = target(file.path());
        if (Files.exists(target)) {
            keepAttributes(target, staged);
        }
        force(staged);
    }

    /** Permissions, and owner and group where that is allowed. */
    private static void keepAttributes(Path from, Path to) throws IOException {
        PosixFileAttributeView view = Files.getFileAttributeView(to, PosixFileAttributeView.class);
        if (view == null) {
            return;
        }
        PosixFileAttributes kept = Files.readAttributes(from, PosixFileAttributes.class);
        view.setPermissions(kept.permissions());
        try {
            view.setGroup(kept.group());
            view.setOwner(kept.owner());
        } catch (FileSystemException e) {
            // Only an administrator may give a file away; whoever may write the old one owns the new one then.
        }
    }

    private void commit(List<SeedFile> files) throws IOException {
        List<String> lines = new ArrayList<>();
        for (SeedFile each : files) {
            lines.add(new Entry(each.path(), digest(target(each.path()))).line());
        }
        Path draft = home.resolve(JOURNAL + ".new");
        Files.write(draft, lines);
        force(draft);
        force(home);
        Files.move(draft, home.resolve(JOURNAL), StandardCopyOption.ATOMIC_MOVE);
        force(home);
    }

    /** Puts in place what a journal names, and deletes whatever else is left of a change. */
    void complete() throws IOException {
        for (Map.Entry<String, Path> each : pending().entrySet()) {
            put(each.getValue(), target(each.getKey()));
        }
        Files.deleteIfExists(home.resolve(JOURNAL));
        discard();
    }

    private void put(Path staged, Path target) throws IOException {
        Path parent = target.resolveSibling("");
        Files.createDirectories(parent);
        try {
            Files.move(staged, target, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException e) {
            // On another disk: whoever reads takes the staged file until the copy is whole.
            Files.copy(staged, target, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.COPY_ATTRIBUTES);
            force(target);
            Files.delete(staged);
        }
        force(parent);
    }

    /** Where a file is to be; a link stays a link. */
    private Path target(String path) throws IOException {
        Path target = folder.resolve(path);
        return Files.isSymbolicLink(target) && Files.exists(target) ? target.toRealPath() : target;
    }

    private void discard() throws IOException {
        if (Files.exists(home.resolve(JOURNAL))) {
            return;
        }
        List<Path> left = new ArrayList<>();
        try (Stream<Path> inside = Files.list(home)) {
            inside.filter(each -> !each.endsWith(LOCK)).forEach(left::add);
        }
        for (Path each : left) {
            Files.deleteIfExists(each);
        }
    }

    /** Deletes the folder beside, unless a journal waits in it or somebody else has begun a change. */
    void leave() throws IOException {
        try {
            Files.deleteIfExists(home);
        } catch (DirectoryNotEmptyException e) {
            // What is in it is wanted.
        }
    }

    /** The failure, or one that names the disk where it has no room for that many bytes. */
    IOException named(IOException failure, long bytes) throws IOException {
        FileStore disk = Files.getFileStore(folder);
        if (disk.getUsableSpace() > Math.max(bytes, disk.getBlockSize())) {
            return failure;
        }
        return new FileSystemException(
                folder.toString(), null, "the disk %s is full; nothing was changed".formatted(disk));
    }

    /** Waits until a file or a folder is on the disk. */
    private static void force(Path path) throws IOException {
        boolean folder = Files.isDirectory(path);
        try (FileChannel channel =
                FileChannel.open(path, folder ? StandardOpenOption.READ : StandardOpenOption.WRITE)) {
            channel.force(true);
        } catch (IOException e) {
            if (!folder) {
                throw e;
            }
            // Windows does not open folders, and has no need to.
        }
    }
}
