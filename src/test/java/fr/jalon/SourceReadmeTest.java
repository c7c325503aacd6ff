package fr.jalon;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The page on how Jalon is built names what there is. */
class SourceReadmeTest {

    private static final Path PAGE = Path.of("src/README.md");
    private static final Path SOURCES = Path.of("src/main/java/fr/jalon");
    private static final Pattern CLASS = Pattern.compile("`([A-Z]\\w*[a-z]\\w*)`");
    private static final Pattern ROW = Pattern.compile("(?m)^\\| `([a-z0-9.]+)` \\|");
    private static final Pattern NAMED_BESIDE = Pattern.compile("`(http\\.[a-z]+)`");

    @Test
    void every_class_that_it_names_is_there() throws IOException {
        Set<String> classes =
                names(Path.of("src"), file -> file.toString().endsWith(".java"), SourceReadmeTest::className);

        assertThat(found(CLASS)).hasSizeGreaterThan(40).isSubsetOf(classes);
    }

    @Test
    void every_package_has_its_line() throws IOException {
        Set<String> packages = names(SOURCES, Files::isDirectory, SourceReadmeTest::packageName);

        Set<String> listed = found(ROW);
        listed.addAll(found(NAMED_BESIDE));
        assertThat(listed).containsExactlyInAnyOrderElementsOf(packages);
    }

    private static Set<String> found(Pattern names) throws IOException {
        return names.matcher(Files.readString(PAGE))
                .results()
                .map((MatchResult match) -> match.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> names(Path folder, Predicate<Path> which, Function<Path, String> name)
            throws IOException {
        try (Stream<Path> paths = Files.walk(folder)) {
            return paths.filter(which).map(name).collect(Collectors.toCollection(TreeSet::new));
        }
    }

    private static String className(Path file) {
        return String.valueOf(file.getFileName()).replace(".java", "");
    }

    private static String packageName(Path folder) {
        String below = SOURCES.relativize(folder).toString().replace('/', '.');
        return below.isEmpty() ? "fr.jalon" : below;
    }
}
