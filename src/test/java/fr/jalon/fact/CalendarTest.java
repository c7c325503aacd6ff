package fr.jalon.fact;

import static org.assertj.core.api.Assertions.assertThat;

import fr.jalon.period.Period;
import fr.jalon.seed.SeedCases;
import java.util.Set;
import org.junit.jupiter.api.Test;

class CalendarTest {

    @Test
    void every_year_from_the_earliest_named_to_the_latest_is_there_with_its_parts() {
        Set<Period> periods = Calendar.around(Set.of(Period.parse("T3 2021"), Period.parse("fin 2023")));

        assertThat(periods)
                .hasSize(3 * 19 + 1)
                .contains(Period.parse("2022"), Period.parse("mai 2022"), Period.parse("fin 2023"));
    }

    @Test
    void what_has_no_end_brings_no_year() {
        assertThat(Calendar.around(Set.of(Period.continuous()))).containsExactly(Period.continuous());
    }

    @Test
    void each_period_lies_within_all_that_contain_it() {
        assertThat(new Calendar(SeedCases.CONTRACT, Set.of(Period.parse("mai 2022"))).edges())
                .contains(
                        new Edge("period/2022-05", "WITHIN", "period/2022-t2"),
                        new Edge("period/2022-05", "WITHIN", "period/2022-s1"),
                        new Edge("period/2022-05", "WITHIN", "period/2022"));
    }
}
