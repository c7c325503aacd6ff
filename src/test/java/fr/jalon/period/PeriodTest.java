package fr.jalon.period;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import fr.jalon.period.Period.Kind;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PeriodTest {

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "17 mai 2022, DAY, 2022-05-17, 2022-05-17",
        "février 2024, MONTH, 2024-02-01, 2024-02-29",
        "T4 2021, QUARTER, 2021-10-01, 2021-12-31",
        "S1 2022, SEMESTER, 2022-01-01, 2022-06-30",
        "S2 2022, SEMESTER, 2022-07-01, 2022-12-31",
        "2022, YEAR, 2022-01-01, 2022-12-31",
        "fin 2022, END, 2022-12-31, 2022-12-31",
        "fin mai 2022, END, 2022-05-31, 2022-05-31",
        "en continu, CONTINUOUS, ,"
    })
    void knows_its_kind_and_its_first_and_last_day(String writing, Kind kind, LocalDate start, LocalDate end) {
        assertThat(Period.parse(writing)).isEqualTo(new Period(kind, start, end));
    }

    @ParameterizedTest(name = "{0} lies within {1}")
    @CsvSource(
            delimiter = ':',
            value = {
                "17 mai 2022 : mai 2022, T2 2022, S1 2022, 2022",
                "fin 2022    : décembre 2022, T4 2022, S2 2022, 2022",
                "août 2022   : T3 2022, S2 2022, 2022",
                "T2 2021     : S1 2021, 2021",
                "S2 2021     : 2021",
            })
    void lies_within_the_longer_calendar_periods(String writing, String containers) {
        assertThat(Period.parse(writing).containers())
                .extracting(Period::label)
                .isEqualTo(List.of(containers.split(", ")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"2022", "en continu"})
    void lies_within_nothing_when_a_year_or_continuous(String writing) {
        assertThat(Period.parse(writing).containers()).isEmpty();
    }

    @Test
    void a_year_s_calendar_holds_its_semesters_quarters_and_months() {
        assertThat(Period.calendarOf(2022))
                .hasSize(19)
                .extracting(Period::label)
                .startsWith("2022", "S1 2022", "S2 2022", "T1 2022")
                .endsWith("octobre 2022", "novembre 2022", "décembre 2022")
                .doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @ValueSource(strings = {"S1 2022", "period/S1 2022", "period/2022S1", "2022-s1", "period/", "period/2022-12-end"})
    void reads_only_the_one_id_of_a_period(String other) {
        assertThatExceptionOfType(PeriodFormatException.class).isThrownBy(() -> Period.ofId(other));
    }

    @Test
    void refuses_bounds_that_are_not_those_of_its_kind() {
        LocalDate may = LocalDate.of(2022, 5, 1);
        assertThatIllegalArgumentException().isThrownBy(() -> new Period(Kind.MONTH, may, may));
        assertThatIllegalArgumentException().isThrownBy(() -> new Period(Kind.SEMESTER, may, may.plusMonths(6)));
        assertThatIllegalArgumentException().isThrownBy(() -> new Period(Kind.END, may, may));
        assertThatIllegalArgumentException().isThrownBy(() -> new Period(Kind.CONTINUOUS, may, may));
        assertThatIllegalArgumentException().isThrownBy(() -> new Period(Kind.DAY, may, null));
        assertThatIllegalArgumentException().isThrownBy(() -> Period.of(Kind.DAY, LocalDate.of(1899, 12, 31)));
    }
}
