package fr.jalon.period;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.EmptySource;
import org.junit.jupiter.params.provider.MethodSource;

class WritingsTest {

    @ParameterizedTest(name = "[{0}]")
    @CsvFileSource(
            resources = "/period/writings.csv",
            delimiter = '|',
            useHeadersInDisplayName = false,
            numLinesToSkip = 1,
            ignoreLeadingAndTrailingWhitespace = false,
            quoteCharacter = '"')
    void reads_every_usual_writing(String writing, String id, String label) {
        Period period = Period.parse(writing);

        assertThat(period.id()).isEqualTo(id);
        assertThat(period.label()).isEqualTo(label);
    }

    @ParameterizedTest(name = "[{0}]")
    @EmptySource
    @MethodSource("notPeriods")
    void refuses_what_is_no_period_and_says_what_was_found_and_expected(String writing) {
        assertThatExceptionOfType(PeriodFormatException.class)
                .isThrownBy(() -> Period.parse(writing))
                .withMessageStartingWith("\"" + writing + "\" is not a period; expected a writing such as \"S1 2022\"");
    }

    @Test
    void shows_only_the_beginning_of_a_long_text() {
        assertThatExceptionOfType(PeriodFormatException.class)
                .isThrownBy(() -> Period.parse("x".repeat(100_000)))
                .satisfies(refused -> assertThat(refused.getMessage()).hasSizeLessThan(400));
    }

    static Stream<String> notPeriods() throws IOException {
        try (InputStream file = WritingsTest.class.getResourceAsStream("/period/not-periods.txt")) {
            return new String(Objects.requireNonNull(file).readAllBytes(), StandardCharsets.UTF_8).lines();
        }
    }
}
