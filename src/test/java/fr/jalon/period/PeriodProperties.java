package fr.jalon.period;

import static org.assertj.core.api.Assertions.assertThat;

import fr.jalon.period.Period.Kind;
import java.time.LocalDate;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class PeriodProperties {

    private static final LocalDate FIRST_DAY = LocalDate.of(1900, 1, 1);
    private static final int DAYS = 401_767;

    @Property
    void its_label_reads_back_as_itself(@ForAll Kind kind, @ForAll @IntRange(max = DAYS - 1) int day) {
        Period period = Period.of(kind, FIRST_DAY.plusDays(day));

        assertThat(Period.parse(period.label())).isEqualTo(period);
    }

    @Property
    void its_id_reads_back_as_itself(@ForAll Kind kind, @ForAll @IntRange(max = DAYS - 1) int day) {
        Period period = Period.of(kind, FIRST_DAY.plusDays(day));

        assertThat(Period.ofId(period.id())).isEqualTo(period);
    }

    @Property
    void every_day_lies_in_one_period_of_each_longer_kind(@ForAll @IntRange(max = DAYS - 1) int day) {
        LocalDate date = FIRST_DAY.plusDays(day);

        assertThat(Period.of(Kind.DAY, date).containers())
                .extracting(Period::kind)
                .containsExactly(Kind.MONTH, Kind.QUARTER, Kind.SEMESTER, Kind.YEAR);
        assertThat(Period.of(Kind.DAY, date).containers())
                .allSatisfy(longer -> assertThat(date).isBetween(longer.start(), longer.end()));
    }
}
