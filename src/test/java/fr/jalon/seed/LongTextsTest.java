package fr.jalon.seed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import fr.jalon.period.Period;
import fr.jalon.period.PeriodFormatException;
import fr.jalon.schema.Folding;
import fr.jalon.seed.delivery.Delivery;
import fr.jalon.seed.delivery.DeliveryTemplate;
import fr.jalon.seed.delivery.SeedCopy;
import fr.jalon.seed.file.SeedFile;
import fr.jalon.seed.file.SeedFolder;
import fr.jalon.seed.file.YamlWriter;
import fr.jalon.seed.record.SeedProblem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** No text is so long that a pattern or a recursion overflows the stack, or takes time by its square. */
class LongTextsTest {

    private static final long SMALL_STACK = 200_000;
    private static final int LONG = 8_000;
    private static final Path SEED = SeedCases.path("delivery/seed");
    private static final String ROADMAP = "roadmap/spm-2021";
    private static final List<String> PACKAGES = List.of("seed", "period", "fact");
    private static final Pattern LITERAL = Pattern.compile(
            "(?:Pattern\\s*\\.compile|\\.matches|\\.replaceAll|\\.replaceFirst|\\.split)\\(\\s*\"((?:[^\"\\\\]|\\\\.)++)\"");
    /** What is repeated: each could be the body of a group under a quantifier in some pattern. */
    private static final List<String> REPEATED = List.of(
            "a", "a ", " ", "-a", ".1", "1.", "1", "-", " | ", " > ", ":a", "\"\"", "[a]", "_x0041_", "\n", "A.I.",
            "→a", "a/", "[", "é", "'");

    @TempDir
    private Path folder;

    static Stream<String> patterns() throws IOException {
        List<String> patterns = new ArrayList<>();
        for (String each : PACKAGES) {
            try (Stream<Path> files = Files.walk(Path.of("src/main/java/fr/jalon", each))) {
                for (Path file :
                        files.filter(path -> path.toString().endsWith(".java")).toList()) {
                    Matcher found = LITERAL.matcher(Files.readString(file));
                    while (found.find()) {
                        patterns.add(found.group(1).replace("\\u", "\\\\u").translateEscapes());
                    }
                }
            }
        }
        return patterns.stream()
                .map(text -> text.replace("%s", "(?:\\d+|[IVXLC]+|[A-Z])"))
                .distinct();
    }

    @Test
    void the_patterns_of_the_sources_are_found() throws IOException {
        assertThat(patterns()).hasSizeGreaterThan(30);
    }

    @ParameterizedTest(name = "\"{0}\"")
    @MethodSource("patterns")
    void no_pattern_overflows_a_small_stack(String pattern) throws InterruptedException {
        Pattern compiled = Pattern.compile(pattern);
        List<Throwable> failures = new ArrayList<>();
        Thread thread = new Thread(null, () -> run(compiled, failures), "small stack", SMALL_STACK);

        thread.start();
        thread.join();

        assertThat(failures).isEmpty();
    }

    private static void run(Pattern pattern, List<Throwable> failures) {
        for (String each : REPEATED) {
            String repeated = each.repeat(LONG / each.length());
            for (String text : List.of(repeated, "a/" + repeated, "A1 " + repeated + "!", "1" + repeated + "?")) {
                try {
                    boolean whole = pattern.matcher(text).matches();
                    // Where it begins does not matter to how deep it goes.
                    boolean begun = pattern.matcher(text).lookingAt();
                    assertThat(whole && !begun).isFalse();
                } catch (StackOverflowError e) {
                    failures.add(new AssertionError("\"%s\" many times".formatted(each)));
                }
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"mot ", "1.", " ", "a/", ": ", "- ", "\u00e9\n", "1:1"})
    void a_long_text_in_any_column_is_a_value_or_a_problem(String each) throws IOException {
        String text = "x" + each.repeat(32_000 / each.length());
        String heading =
                "code;titre;description;axe;porteurs;échéance;thèmes;ressources;objectifs;indicateurs;renvois;lignes\n";
        StringBuilder rows = new StringBuilder(heading);
        for (int column = 2; column < 12; column++) {
            rows.append("A").append(column).append(";Un");
            for (int i = 2; i < 12; i++) {
                rows.append(';').append(i == column ? "\"" + text + "\"" : i == 11 ? "12" : "");
            }
            rows.append('\n');
        }
        Path file = Files.writeString(folder.resolve("sheet.csv"), rows.toString());

        Delivery delivery = Delivery.of(file, ROADMAP, SEED, SeedCases.CONTRACT);

        assertThat(delivery.problems())
                .isNotEmpty()
                .extracting(SeedProblem::found)
                .allSatisfy(found -> assertThat(found).hasSizeLessThan(300));
    }

    @Test
    void a_title_of_five_thousand_words_is_imported_and_read_back() throws IOException {
        Path seed = folder.resolve("seed");
        for (SeedFile file : SeedFolder.files(SEED)) {
            Files.createDirectories(seed.resolve(file.path()).resolveSibling(""));
            Files.writeString(seed.resolve(file.path()), file.text());
        }
        String title = "mot ".repeat(5_000).strip();
        Path file = folder.resolve("sheet.csv");
        Files.write(file, new DeliveryTemplate(Seed.of(seed, SeedCases.CONTRACT)).bytes(file, ROADMAP));
        Files.writeString(file, Files.readString(file).replace("Ouvrir une API", title));

        SeedCopy.write(Delivery.of(file, ROADMAP, seed, SeedCases.CONTRACT), seed);

        assertThat(Seed.of(seed, SeedCases.CONTRACT).draft().records())
                .anyMatch(record -> record.id().equals("action/spm-a02")
                        && record.text("title").equals(title));
        assertThat(Delivery.of(file, ROADMAP, seed, SeedCases.CONTRACT).changes())
                .isEmpty();
    }

    @Test
    void a_path_of_fields_may_be_of_any_length() {
        String path = "parent.".repeat(20_000) + "title";

        Seed seed = SeedCases.goodWith(
                "summary: Une lettre est mal lue.", "summary: Une lettre est mal lue.\n    field: " + path);

        assertThat(seed.check()).isNotEmpty();
    }

    @Test
    void what_is_long_is_written_folded_and_compared() {
        String text = "mot ".repeat(50_000).strip();
        YamlWriter writer = new YamlWriter();
        writer.list("themes", List.of(Map.of("label", text)));

        assertThat(writer.text().replaceAll("\\s+", " ")).contains(text);
        assertThat(Folding.fold(text)).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"fin ", "S1 2022 ", "l'annee ", "1er semestre ", "- "})
    void a_long_text_is_no_period(String each) {
        assertThat(catchThrowable(() -> Period.parse(each.repeat(10_000)))).isInstanceOf(PeriodFormatException.class);
    }
}
