package fr.jalon.seed;

import static org.assertj.core.api.Assertions.assertThat;

import fr.jalon.seed.file.SeedFile;
import fr.jalon.seed.file.SeedFolder;
import fr.jalon.seed.record.SeedProblem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The seed of the project itself. */
class GraphSeedTest {

    private static final Seed SEED = Seed.of(Path.of(SeedFolder.NAME), SeedCases.CONTRACT);

    @Test
    void the_seed_of_the_project_has_no_problem() {
        assertThat(SEED.check()).isEmpty();
    }

    @Test
    void contradictions_between_places_are_found_without_the_curators_notes() throws IOException {
        List<SeedFile> unnoted = SeedFolder.files(Path.of(SeedFolder.NAME)).stream()
                .filter(file -> !file.path().startsWith("discrepancies/"))
                .toList();

        String found = new Seed(SeedCases.CONTRACT, unnoted)
                .check().stream()
                        .map(SeedProblem::found)
                        .map(GraphSeedTest::fact)
                        .distinct()
                        .sorted()
                        .collect(Collectors.joining());

        assertThat(found).isEqualTo(Files.readString(SeedCases.path("contradictions.txt")));
    }

    /** Of "... as `due` of action/spm-a05, where ..." the fact alone. */
    private static String fact(String found) {
        return found.replaceAll("(?s).* as `([^`]+)` of ([^ ,]+), where .*", "$1 of $2\n");
    }

    @Test
    void it_holds_the_ministries_their_roadmaps_and_every_action_of_three_of_them() {
        assertThat(SEED.counts())
                .containsEntry("Ministry", 17)
                .containsEntry("Roadmap", 15)
                .containsEntry("Action", 107);
    }
}
