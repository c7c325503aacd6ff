package fr.jalon.seed.file;

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

    private final Path folder;
    private final Path home;

    ChangeJournal(Path folder) {
        this.folder = folder;
        this.home = folder.resolve(HOME);
    }

    Path home() {
        return home;
    }

    /** The files that belong to the folder and are not in their places yet, by their paths inside it. */
    Map<String, Path> pending() throws IOException {
        Map<String, Path> pending = new LinkedHashMap<>();
        List<String> paths = paths();
        for (int i = 0; i < paths.size(); i++) {
            if (Files.exists(staged(i))) {
                pending.put(paths.get(i), staged(i));
            }
        }
        return pending;
    }

    private List<String> paths() throws IOException {
        try {
            return Files.readAllLines(home.resolve(JOURNAL)).stream()
                    .map(line -> URLDecoder.decode(line, StandardCharsets.UTF_8))
                    .toList();
        } catch (NoSuchFileException e) {
            return List.of();
        }
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
            commit(files.stream().map(SeedFile::path).toList());
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

    private void commit(List<String> paths) throws IOException {
        Path draft = home.resolve(JOURNAL + ".new");
        Files.write(
                draft,
                paths.stream()
                        .map(path -> URLEncoder.encode(path, StandardCharsets.UTF_8))
                        .toList());
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
