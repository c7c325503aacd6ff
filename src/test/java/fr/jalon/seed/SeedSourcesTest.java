package fr.jalon.seed;

import static org.assertj.core.api.Assertions.assertThat;

import fr.jalon.seed.check.FactSample;
import fr.jalon.seed.file.SeedFile;
import fr.jalon.seed.load.SeedGraph;
import fr.jalon.seed.source.SourceTexts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/** Seeds beside the texts of their documents. */
class SeedSourcesTest {

    private static final Path FOLDER = SeedCases.path("sources");
    private static final SourceTexts TEXTS = SourceTexts.of(FOLDER.resolve("texts"));

    /** Where the texts of the project's own documents are, on a machine that has them. */
    private static final Path PUBLISHED = Path.of(System.getProperty("jalon.sources", "../shared/sources"));

    @Test
    void what_the_lines_print_has_no_problem() throws IOException {
        assertThat(seed(good()).check()).isEmpty();
    }

    @Test
    void each_kind_of_fault_is_told_with_its_line_what_was_found_and_what_was_expected() throws IOException {
        StringBuilder told = new StringBuilder();
        Path cases = FOLDER.resolve("faults.txt");
        for (String line : Files.readAllLines(cases)) {
            if (!line.startsWith(" ")) {
                told.append(line).append('\n');
            }
            if (line.startsWith("- ")) {
                String[] change = line.substring(2).replace('@', '\n').split(" => ", 2);
                assertThat(good().contains(change[0])).as(change[0]).isTrue();
                told.append(seed(good().replace(change[0], change[1])).check().stream()
                        .map(problem -> "    " + problem + "\n")
                        .collect(Collectors.joining()));
            }
        }
        if (Boolean.getBoolean("jalon.rewrite")) {
            Files.writeString(cases, told);
        }
        assertThat(told.toString()).isEqualTo(Files.readString(cases));
    }

    @Test
    void a_citation_tells_its_part_its_page_its_address_and_the_lines_themselves() throws IOException {
        SeedGraph graph = SeedGraph.of(seed(good()));

        assertThat(graph.nodes())
                .filteredOn(node -> node.id().equals("citation/plan/l0006-0008"))
                .singleElement()
                .satisfies(node -> assertThat(node.values())
                        .containsEntry("section", "1. Ouvrir les données")
                        .containsEntry("part", "BODY")
                        .containsEntry("page", 3L)
                        .containsEntry("link", "https://example.org/plan.pdf#page=3")
                        .containsEntry("excerpt", String.join("\n", lines(6, 8))));
        assertThat(graph.nodes())
                .filteredOn(node -> node.id().equals("document/plan"))
                .singleElement()
                .satisfies(node -> assertThat(node.values()).containsEntry("textAvailable", true));
    }

    @Test
    void without_its_text_a_document_is_not_compared_and_its_citations_have_no_excerpt() throws IOException {
        Seed seed = new Seed(SeedCases.CONTRACT, files(good().replace("name: Direction du numérique", "name: Autre")));

        assertThat(seed.check()).isEmpty();
        assertThat(SeedGraph.of(seed).nodes())
                .noneMatch(node -> node.values().get("excerpt") != null)
                .noneMatch(node -> Boolean.TRUE.equals(node.values().get("textAvailable")));
    }

    @Test
    void facts_are_drawn_alike_by_the_same_number_each_with_the_lines_that_state_it() throws IOException {
        FactSample sample = new FactSample(SeedCases.CONTRACT, seed(good()).draft(), TEXTS);

        List<FactSample.Fact> all = sample.draw(1000, 7);

        assertThat(sample.draw(1000, 7)).isEqualTo(all);
        assertThat(sample.draw(1000, 8)).isNotEqualTo(all).containsExactlyInAnyOrderElementsOf(all);
        assertThat(sample.draw(3, 7)).isEqualTo(all.subList(0, 3));
        assertThat(all)
                .allSatisfy(fact -> assertThat(fact.passages()).isNotEmpty())
                .noneMatch(fact -> fact.field().equals("about") && fact.record().equals("action/plan-a01"))
                .filteredOn(fact -> fact.field().equals("leads"))
                .singleElement()
                .satisfies(fact -> {
                    assertThat(fact.reasons()).containsExactly("Elle agit pour le service.");
                    assertThat(fact.passages())
                            .first(InstanceOfAssertFactories.STRING)
                            .startsWith("document/plan 6-8: A01 22S1")
                            .endsWith(lines(6, 8).get(2));
                });
    }

    @Test
    void parts_kinds_and_themes_of_the_project_s_seed_fit_without_its_texts_too() {
        Seed seed = Seed.of(Path.of("graph-seed"), SeedCases.CONTRACT).with(TEXTS);

        assertThat(seed.check()).isEmpty();
    }

    @Test
    void the_seed_of_the_project_says_what_its_documents_print() {
        Assumptions.assumeTrue(Files.isDirectory(PUBLISHED), "the texts of the documents are not on this machine");

        Seed seed = Seed.of(Path.of("graph-seed"), SeedCases.CONTRACT).with(SourceTexts.of(PUBLISHED));

        assertThat(seed.check()).isEmpty();
        assertThat(seed.documents())
                .filteredOn(SourceTexts::hasText)
                .hasSize(5)
                .allSatisfy(each -> assertThat(seed.texts().text(each)).isPresent());
    }

    private static Seed seed(String yaml) {
        return new Seed(SeedCases.CONTRACT, files(yaml)).with(TEXTS);
    }

    private static List<SeedFile> files(String yaml) {
        return List.of(new SeedFile("good.yaml", yaml));
    }

    private static String good() throws IOException {
        return Files.readString(FOLDER.resolve("good.yaml"));
    }

    private static List<String> lines(int first, int last) throws IOException {
        return Files.readAllLines(FOLDER.resolve("texts/plan.txt")).subList(first - 1, last);
    }
}
