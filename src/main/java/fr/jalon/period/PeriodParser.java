package fr.jalon.period;

import static java.util.Objects.requireNonNull;

import fr.jalon.period.Period.Kind;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Month;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the usual writings of a period: each is one rule, tried in turn on the folded text. */
final class PeriodParser {

    private record Rule(Pattern pattern, Function<Matcher, Period> reading) {}

    private static final int LONGEST_WRITING = 80;
    private static final String YEAR = "(?<year>19\\d\\d|2\\d{3})";
    private static final String SHORT_YEAR = "(?<year>\\d\\d)";
    private static final String PART = "(?<part>s[12]|[tq][1-4])";
    private static final String MONTH_NAME = "(?<name>[a-z]{3,9})\\.?";
    private static final String DAY_NUMBER = "(?<day>\\d\\d?)";
    private static final String MONTH_NUMBER = "(?<month>\\d\\d?)";
    private static final String BETWEEN = "[ ,./-]*(?:de )?(?:l'annee )?";

    private static final Set<String> CONTINUOUS = Set.of(
            "en continu",
            "continu",
            "en continue",
            "continue",
            "permanent",
            "permanente",
            "en permanence",
            "au fil de l'eau",
            "continuous");
    private static final Pattern END = Pattern.compile("(?:d'ici )?(?:a )?(?:la )?fin (?:de |du |d')?(?:l')?(?<of>.+)");
    private static final Pattern LEAD = Pattern.compile("^(?:(?:en|au|le|courant) )?(?:l'annee |annee |mois de )?");

    private static final List<Rule> RULES = List.of(
            rule(YEAR, found -> Period.of(Kind.YEAR, LocalDate.of(year(found), 1, 1))),
            rule(PART + BETWEEN + YEAR, PeriodParser::part),
            rule(YEAR + BETWEEN + PART, PeriodParser::part),
            rule(SHORT_YEAR + "[ -]?" + PART, PeriodParser::part),
            rule(PART + "[ '/-]+" + SHORT_YEAR, PeriodParser::part),
            rule(YEAR + "[-/.]" + MONTH_NUMBER, PeriodParser::month),
            rule(MONTH_NUMBER + "[-/.]" + YEAR, PeriodParser::month),
            rule(MONTH_NAME + BETWEEN + YEAR, PeriodParser::namedMonth),
            rule(YEAR + "([-/.])" + MONTH_NUMBER + "\\2" + DAY_NUMBER, PeriodParser::day),
            rule(DAY_NUMBER + "([-/.])" + MONTH_NUMBER + "\\2" + YEAR, PeriodParser::day),
            rule(DAY_NUMBER + "(?:(?<=\\b1)er)?[ -]?" + MONTH_NAME + "[ -]?" + YEAR, PeriodParser::namedDay));

    private PeriodParser() {}

    static Period parse(String writing) {
        if (writing.length() > LONGEST_WRITING) {
            throw new PeriodFormatException(writing);
        }
        try {
            return read(PeriodText.fold(writing)).orElseThrow(() -> new PeriodFormatException(writing));
        } catch (DateTimeException noSuchDay) {
            throw new PeriodFormatException(writing);
        }
    }

    private static Optional<Period> read(String text) {
        if (CONTINUOUS.contains(text)) {
            return Optional.of(Period.continuous());
        }
        Matcher end = END.matcher(text);
        return end.matches() ? endOf(end.group("of")) : readInterval(text);
    }

    private static Optional<Period> endOf(String interval) {
        return readInterval(interval)
                .filter(read -> read.kind() != Kind.DAY)
                .map(read -> Period.of(Kind.END, requireNonNull(read.end())));
    }

    private static Optional<Period> readInterval(String text) {
        String bare = LEAD.matcher(text).replaceFirst("");
        for (Rule rule : RULES) {
            Matcher found = rule.pattern().matcher(bare);
            if (found.matches()) {
                return Optional.of(rule.reading().apply(found));
            }
        }
        return Optional.empty();
    }

    private static Rule rule(String pattern, Function<Matcher, Period> reading) {
        return new Rule(Pattern.compile(pattern), reading);
    }

    private static Period part(Matcher found) {
        String part = found.group("part");
        int number = part.charAt(1) - '0';
        boolean semester = part.charAt(0) == 's';
        int month = 1 + (number - 1) * (semester ? 6 : 3);
        return Period.of(semester ? Kind.SEMESTER : Kind.QUARTER, LocalDate.of(year(found), month, 1));
    }

    private static Period month(Matcher found) {
        return Period.of(Kind.MONTH, LocalDate.of(year(found), number(found, "month"), 1));
    }

    private static Period namedMonth(Matcher found) {
        return Period.of(Kind.MONTH, LocalDate.of(year(found), named(found), 1));
    }

    private static Period day(Matcher found) {
        return Period.of(Kind.DAY, LocalDate.of(year(found), number(found, "month"), number(found, "day")));
    }

    private static Period namedDay(Matcher found) {
        return Period.of(Kind.DAY, LocalDate.of(year(found), named(found), number(found, "day")));
    }

    private static Month named(Matcher found) {
        String name = found.group("name");
        return FrenchMonths.read(name).orElseThrow(() -> new DateTimeException("no month is called " + name));
    }

    private static int year(Matcher found) {
        int year = number(found, "year");
        return year < 100 ? 2000 + year : year;
    }

    private static int number(Matcher found, String group) {
        return Integer.parseInt(found.group(group));
    }
}
