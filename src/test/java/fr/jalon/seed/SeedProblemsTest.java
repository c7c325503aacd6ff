package fr.jalon.seed;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SeedProblemsTest {

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void every_problem_of_every_file_is_reported_by_file_and_line(String name) throws IOException {
        String expected = Files.readString(SeedCases.path("bad/" + name + "/problems.txt"));

        String reported = SeedCases.withBase("bad/" + name).check().stream()
                .map(problem -> problem + "\n")
                .collect(Collectors.joining());

        assertThat(reported).isEqualTo(expected);
    }

    @Test
    void a_good_seed_has_no_problem() {
        assertThat(SeedCases.withBase("good").check()).isEmpty();
    }

    static List<String> cases() {
        return SeedCases.bad();
    }
}
