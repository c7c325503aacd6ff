package fr.jalon.seed.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import fr.jalon.fact.StatedNode;
import fr.jalon.seed.Seed;
import fr.jalon.seed.SeedCases;
import fr.jalon.seed.file.SeedFile;
import fr.jalon.seed.file.SeedFolder;
import fr.jalon.seed.load.SeedGraph;
import fr.jalon.seed.record.SeedProblem;
import fr.jalon.seed.sheet.Spreadsheet;
import fr.jalon.seed.sheet.Table;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the seed of the project has of three roadmaps goes through a spreadsheet and back. */
class DeliveryRoundTripTest {

    private static final Path SEED = Path.of(SeedFolder.NAME);
    /** Places are coarser in a sheet, and of several deadlines in one part of a document it has the first. */
    private static final Set<String> NOT_IN_A_SHEET =
            Set.of("STATED_IN", "STATES_DEADLINE", "STATES", "MENTIONS", "INFERS");

    private static final Set<String> FIELDS_NOT_IN_A_SHEET =
            Set.of("rhythm", "rhythmFolded", "frequency", "frequencyRank", "sense", "senseRank");

    private static final String MARK = " bis";
    /** What other places print as the title of an action, which contradicts a new one. */
    private static final Pattern STATEMENTS = Pattern.compile("(?m)^    statements:\\n(      .*\\n)+");

    private static final Pattern RECORD = Pattern.compile("(?m)^(?=  - id:)");

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource({
        "spm.xlsx, roadmap/spm-2021", "spm.csv, roadmap/spm-2021",
        "mct.xlsx, roadmap/mct-2021", "mct.csv, roadmap/mct-2021",
        "mtfp.xlsx, roadmap/mtfp-2021", "mtfp.csv, roadmap/mtfp-2021",
    })
    void a_sheet_that_comes_back_as_it_was_made_changes_nothing(String name, String roadmap) throws IOException {
        Delivery delivery = Delivery.of(template(name, roadmap), roadmap, SEED, SeedCases.CONTRACT);

        assertThat(delivery.problems()).isEmpty();
        assertThat(delivery.changes()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"spm", "mct", "mtfp"})
    void a_sheet_alone_brings_back_what_its_columns_say(String acronym) throws IOException {
        String roadmap = "roadmap/" + acronym + "-2021";
        Path sheet = template(acronym + ".xlsx", roadmap);
        Path seed = SeedCopy.of(SEED, folder.resolve("seed"));
        for (SeedFile file : SeedFolder.files(seed)) {
            if (file.path().startsWith("roadmaps/" + acronym + "-")) {
                Files.delete(seed.resolve(file.path()));
            }
        }

        List<SeedProblem> quoted =
                Delivery.of(sheet, roadmap, seed, SeedCases.CONTRACT).problems();
        drop(seed, quoted);

        Delivery delivery = Delivery.of(sheet, roadmap, seed, SeedCases.CONTRACT);

        assertThat(quoted).allMatch(problem -> problem.file().startsWith("discrepancies/"));
        assertThat(delivery.problems()).isEmpty();
        SeedCopy.write(delivery, seed);
        assertThat(facts(seed, acronym)).isEqualTo(facts(SEED, acronym)).hasSizeGreaterThan(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"spm", "mct", "mtfp"})
    void a_change_of_every_title_changes_titles_only(String acronym) throws IOException {
        String roadmap = "roadmap/" + acronym + "-2021";
        Path sheet = template(acronym + ".csv", roadmap);
        Path seed = SeedCopy.of(SEED, folder.resolve("seed"));
        for (SeedFile file : SeedFolder.files(seed)) {
            Files.writeString(
                    seed.resolve(file.path()), STATEMENTS.matcher(file.text()).replaceAll(""));
        }
        SortedSet<String> before = all(seed);
        List<String> comments = comments(seed);
        Table table = Spreadsheet.read(sheet, DeliveryTemplate.ACTIONS);
        String changed = Files.readString(sheet);
        for (Table.Row row : table.rows().subList(1, table.rows().size())) {
            String title = row.cell(1).text();
            changed = changed.replace(title, title + MARK);
        }
        Files.writeString(sheet, changed);

        Delivery delivery = Delivery.of(sheet, roadmap, seed, SeedCases.CONTRACT);
        SeedCopy.write(delivery, seed);

        assertThat(delivery.changes())
                .filteredOn(line -> line.startsWith("~"))
                .hasSize(table.rows().size() - 1);
        assertThat(all(seed)).isEqualTo(before);
        assertThat(comments(seed)).isEqualTo(comments);
    }

    /** Takes the records with problems away: a discrepancy quotes what a sheet tells in its own words. */
    private static void drop(Path seed, List<SeedProblem> problems) throws IOException {
        for (SeedFile file : SeedFolder.files(seed)) {
            List<String> kept = new ArrayList<>();
            int line = 0;
            for (String record : RECORD.split(file.text(), -1)) {
                int first = line;
                line += (int) record.lines().count();
                int end = line;
                boolean dropped = problems.stream()
                        .anyMatch(each -> each.file().equals(file.path()) && each.line() > first && each.line() <= end);
                if (!dropped) {
                    kept.add(record);
                }
            }
            Files.writeString(seed.resolve(file.path()), String.join("", kept));
        }
    }

    /** The whole graph, without the mark. */
    private static SortedSet<String> all(Path seed) {
        SeedGraph graph = SeedGraph.of(Seed.of(seed, SeedCases.CONTRACT));
        SortedSet<String> facts = new TreeSet<>();
        graph.nodes().forEach(node -> facts.add((node.id() + new TreeMap<>(node.properties())).replace(MARK, "")));
        graph.edges().forEach(edge -> facts.add("%s -%s-> %s".formatted(edge.from(), edge.type(), edge.to())));
        return facts;
    }

    private static List<String> comments(Path seed) {
        return SeedFolder.files(seed).stream()
                .flatMap(file -> file.text().lines())
                .filter(line -> line.strip().startsWith("#"))
                .toList();
    }

    private Path template(String name, String roadmap) throws IOException {
        Path file = folder.resolve(name);
        Files.write(file, new DeliveryTemplate(Seed.of(SEED, SeedCases.CONTRACT)).bytes(file, roadmap));
        return file;
    }

    /** Nodes and relationships of the actions; sections by their titles, since new ids follow from the codes. */
    private static SortedSet<String> facts(Path seed, String acronym) {
        SeedGraph graph = SeedGraph.of(Seed.of(seed, SeedCases.CONTRACT));
        Map<String, String> names = new HashMap<>();
        graph.nodes().forEach(node -> names.put(node.id(), name(node)));
        Map<String, String> holders = new HashMap<>();
        graph.edges().stream()
                .filter(edge -> edge.type().equals("UNDER"))
                .forEach(edge -> holders.put(edge.from(), edge.to()));
        String actions = "action/" + acronym + "-a\\d+(/(indicator|reference|alignment)/[^/]*)?";
        SortedSet<String> facts = new TreeSet<>();
        graph.nodes().stream()
                .filter(node -> node.id().matches(actions))
                .forEach(node -> facts.add(node.id() + " " + ofASheet(node)));
        graph.edges().stream()
                .filter(edge -> edge.from().matches(actions) && !NOT_IN_A_SHEET.contains(edge.type()))
                .forEach(edge -> facts.add("%s -%s-> %s".formatted(edge.from(), edge.type(), names.get(edge.to()))));
        holders.keySet().stream().filter(id -> id.matches(actions)).forEach(id -> {
            for (String each = id; holders.containsKey(each); each = holders.get(each)) {
                facts.add(names.get(each) + " is under " + names.get(holders.get(each)));
            }
        });
        return facts;
    }

    private static Map<String, Object> ofASheet(StatedNode node) {
        Map<String, Object> properties = new TreeMap<>(node.properties());
        properties.keySet().removeAll(FIELDS_NOT_IN_A_SHEET);
        return properties;
    }

    private static String name(StatedNode node) {
        return node.id().startsWith("axis/")
                ? node.properties().get("code") + " " + node.properties().get("title")
                : node.id();
    }
}
