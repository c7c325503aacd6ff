package fr.jalon.seed;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The seed of the project itself. */
class GraphSeedTest {

    private static final Seed SEED = Seed.of(Path.of(SeedFolder.NAME), SeedCases.CONTRACT);

    @Test
    void the_seed_of_the_project_has_no_problem() {
        assertThat(SEED.check()).isEmpty();
    }

    @Test
    void it_holds_the_ministries_their_roadmaps_and_every_action_of_three_of_them() {
        assertThat(SEED.counts())
                .containsEntry("Ministry", 17)
                .containsEntry("Roadmap", 15)
                .containsEntry("Action", 107);
    }
}
