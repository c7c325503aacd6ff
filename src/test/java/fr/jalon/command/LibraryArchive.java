package fr.jalon.command;

import fr.jalon.Jalon;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;

/**
 * The libraries' classes parsed beforehand, which halves what each start of the program costs the tests.
 *
 * <p>Where none can be made the machine reads the classes from their jars: an archive that does not fit is passed over.
 */
final class LibraryArchive {

    private static final Path FOLDER = Path.of("target").toAbsolutePath();
    /** The longest line that the virtual machine reads from a list of classes. */
    private static final int LONGEST_LINE = 4_000;

    private LibraryArchive() {}

    /** The option that names the archive, which is made once for these libraries. */
    static String option(List<String> java, String libraries, String program) {
        Path archive = FOLDER.resolve("libraries-" + Integer.toHexString(libraries.hashCode()) + ".jsa");
        synchronized (LibraryArchive.class) {
            if (Files.notExists(archive)) {
                create(archive, java, libraries, program);
            }
        }
        return "-XX:SharedArchiveFile=" + archive;
    }

    private static void create(Path archive, List<String> java, String libraries, String program) {
        try {
            Path work = Files.createTempDirectory(FOLDER, "archive");
            Path list = work.resolve("classes");
            Path made = work.resolve("archive.jsa");
            run(
                    java,
                    "-XX:DumpLoadedClassList=" + list,
                    "-classpath",
                    libraries + File.pathSeparator + program,
                    Jalon.class.getName(),
                    "query",
                    "{ themes { totalCount } }",
                    "--seed",
                    SmallSeed.copyTo(work.resolve("seed")).toString());
            leaveOut("fr/jalon", list);
            run(
                    java,
                    "-Xshare:dump",
                    "-XX:SharedClassListFile=" + list,
                    "-XX:SharedArchiveFile=" + made,
                    "-classpath",
                    libraries);
            if (Files.exists(made)) {
                Files.move(made, archive, StandardCopyOption.ATOMIC_MOVE);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The program's own classes lie in a folder, which an archive cannot hold. */
    private static void leaveOut(String program, Path list) throws IOException {
        List<String> lines = Files.readAllLines(list, StandardCharsets.UTF_8);
        lines.removeIf(line -> line.contains(program) || line.contains(" source: ") || line.length() > LONGEST_LINE);
        Files.write(list, lines, StandardCharsets.UTF_8);
    }

    private static void run(List<String> java, String... words) throws IOException {
        List<String> line = new ArrayList<>(java);
        line.addAll(List.of(words));
        ProcessBuilder process = new ProcessBuilder(line)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD);
        process.environment().remove("JAVA_TOOL_OPTIONS");
        try {
            Program.exitCode(process.start());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
