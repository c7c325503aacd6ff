package fr.jalon.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NearestTest {

    private static final List<String> KNOWN = List.of("title", "code", "leads", "axis", "organization/dinum");

    @ParameterizedTest
    @CsvSource({
        "titel, title",
        "lead, leads",
        "codes, code",
        "organisation/dinum, organization/dinum",
        "organization/diunm, organization/dinum",
        "something, ''",
        "'', ''"
    })
    void a_mistyped_name_is_told_from_an_unknown_one(String word, String nearest) {
        assertThat(Nearest.of(word, KNOWN).orElse("")).isEqualTo(nearest);
    }

    @ParameterizedTest
    @CsvSource({"ab, aa", "ca, aa"})
    void of_several_as_close_the_first_by_name_is_meant(String word, String nearest) {
        assertThat(Nearest.of(word, Arrays.asList("zz", "ac", "aa"))).contains(nearest);
    }
}
