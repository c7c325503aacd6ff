package fr.jalon.fact;

import static org.assertj.core.api.Assertions.assertThat;

import fr.jalon.TestGraph;
import fr.jalon.cypher.CypherStatement;
import fr.jalon.fact.Report.Author;
import fr.jalon.fact.Report.Effect;
import fr.jalon.fact.Report.Subject;
import fr.jalon.period.Period;
import fr.jalon.schema.Contract;
import fr.jalon.seed.ScratchGraph;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The two times of the history, against a model that goes through all reports for each question. */
class HistoryTest {

    private static final Contract CONTRACT = TestGraph.CONTRACT;
    private static final int SEQUENCES = 1_000;
    private static final int FEW = 100;
    private static final int AT_ONCE = 50;
    private static final int MOST_STEPS = 7;
    private static final int DAYS = 40;
    private static final LocalDate FIRST = LocalDate.of(2022, 1, 1);
    private static final Instant CLOCK = Instant.parse("2022-07-01T10:00:00Z");
    private static final Author AUTHOR = new Author("AMDAC, SPM", "account/spm", "mandate/amdac-spm", "GRAPHQL");
    private static final List<String> STATES = List.of("NOT_STARTED", "IN_PROGRESS", "DONE");
    private static final List<String> DEADLINES = List.of("S2 2022", "T3 2023", "mai 2024");
    private static final String STATED = "S1 2022";

    private static ScratchGraph graph;

    /** A report as the model keeps it; {@code withdrawn} is the number from which on it is true of no day. */
    private record Known(long number, LocalDate holdsOn, String field, String value, long withdrawn) {

        boolean isKnownAt(long known) {
            return number <= known && known < withdrawn;
        }
    }

    @BeforeAll
    static void open(@TempDir Path folder) {
        graph = ScratchGraph.in(folder);
        write(
                Origin.SEED,
                facts -> facts.state(
                        new Calendar(CONTRACT, Set.of(Period.parse("2022"), Period.parse("2024"))).nodes()));
    }

    @AfterAll
    static void close() {
        graph.close();
    }

    @Test
    void what_holds_on_a_day_as_known_at_a_number_is_what_a_model_says_of_random_reports_and_withdrawals() {
        compare(0, FEW);
    }

    @Test
    @Tag("trial")
    void the_same_of_a_thousand_sequences() {
        compare(FEW, SEQUENCES + FEW);
    }

    @Test
    void a_clock_that_is_set_back_or_forward_by_a_day_breaks_no_order() {
        Subject about = new Subject(CONTRACT.type("Action"), "action/clock");
        write(
                Origin.SEED,
                facts -> facts.state(
                        List.of(new StatedNode(about.type(), about.id(), Map.of("code", "C", "title", "Une action")))));
        Instant ahead = CLOCK.plus(1, ChronoUnit.DAYS);
        for (Instant clock : List.of(CLOCK, CLOCK.minus(1, ChronoUnit.DAYS), ahead, CLOCK.plusSeconds(60))) {
            List<Effect> effects = List.of(new Effect(about, "progress", "DONE"));
            write(Origin.REPORT, facts -> facts.report(report(about, "PROGRESS", FIRST, effects, null), AUTHOR, clock));
        }

        List<List<Object>> entered =
                rows("MATCH (c:Change {of: $id}) RETURN c.enteredAt ORDER BY c.number", about.id());

        assertThat(entered)
                .extracting(row -> ((OffsetDateTime) row.get(0)).toInstant())
                .containsExactly(CLOCK, CLOCK, ahead, ahead);
    }

    private static void compare(int from, int until) {
        for (int begin = from; begin < until; begin += AT_ONCE) {
            int first = begin;
            write(Origin.SEED, facts -> stated(facts, first));
            Map<String, List<Known>> models = write(Origin.REPORT, facts -> reported(facts, first));
            models.forEach((id, model) -> assertHolds(id, model, new Random(id.hashCode())));
        }
    }

    private static boolean stated(FactTransaction facts, int first) {
        List<StatedNode> nodes = new ArrayList<>();
        List<Edge> edges = new ArrayList<>();
        for (int i = first; i < first + AT_ONCE; i++) {
            nodes.add(new StatedNode(CONTRACT.type("Action"), id(i), Map.of("code", "A" + i, "title", "Action " + i)));
            if (i % 2 == 0) {
                edges.add(new Edge(id(i), "DUE", Period.parse(STATED).id()));
            }
        }
        facts.state(nodes);
        facts.relate(Set.copyOf(edges));
        return true;
    }

    private static String id(int number) {
        return String.format(Locale.ROOT, "action/x-%04d", number);
    }

    private static Map<String, List<Known>> reported(FactTransaction facts, int first) {
        return IntStream.range(first, first + AT_ONCE)
                .boxed()
                .collect(Collectors.toMap(HistoryTest::id, each -> steps(facts, id(each), new Random(each))));
    }

    /** Reports at random, of which some withdraw one before. */
    private static List<Known> steps(FactTransaction facts, String id, Random random) {
        Subject about = new Subject(CONTRACT.type("Action"), id);
        List<Known> model = new ArrayList<>();
        int steps = 1 + random.nextInt(MOST_STEPS);
        for (int step = 0; step < steps; step++) {
            List<Known> standing = model.stream()
                    .filter(each -> each.withdrawn() == Long.MAX_VALUE)
                    .toList();
            LocalDate day = FIRST.plusDays(random.nextInt(DAYS));
            if (!standing.isEmpty() && random.nextInt(4) == 0) {
                Known gone = standing.get(random.nextInt(standing.size()));
                Report report = report(about, "WITHDRAWAL", day, facts.effects(gone.number()), gone.number());
                long number = facts.report(report, AUTHOR, CLOCK).number();
                model.replaceAll(each -> each.equals(gone)
                        ? new Known(gone.number(), gone.holdsOn(), gone.field(), gone.value(), number)
                        : each);
            } else {
                String field = random.nextBoolean() ? "progress" : "due";
                List<String> values = field.equals("due") ? DEADLINES : STATES;
                String value = values.get(random.nextInt(values.size()));
                List<Effect> effects = List.of(new Effect(about, field, value));
                long number = facts.report(report(about, "PROGRESS", day, effects, null), AUTHOR, CLOCK)
                        .number();
                model.add(new Known(number, day, field, value, Long.MAX_VALUE));
            }
        }
        return model;
    }

    private static Report report(
            Subject about, String kind, LocalDate day, List<Effect> effects, @Nullable Long answers) {
        return new Report(about, kind, day, null, null, null, null, effects, null, List.of(), answers);
    }

    private static void assertHolds(String id, List<Known> model, Random random) {
        List<Standing> progress = standings(
                "MATCH (s:Standing {of: $id, field: 'progress'})"
                        + " RETURN s.from, s.until, s.knownFrom, s.knownUntil, s.value",
                id);
        List<Standing> due = standings(
                "MATCH (:Action {id: $id})-[r:DUE|DUE_AT]->(p)"
                        + " RETURN r.from, r.until, r.knownFrom, r.knownUntil, p.label",
                id);
        String stated = isStated(id) ? STATED : null;
        long last = model.stream().mapToLong(Known::number).max().orElse(0);
        for (int i = 0; i < 6; i++) {
            LocalDate day = FIRST.plusDays(random.nextInt(DAYS + 4) - 2);
            long known = i == 0 ? Long.MAX_VALUE - 1 : Math.max(0, last + 1 - random.nextInt(10));
            assertThat(at(progress, day, known))
                    .as("progress of %s on %s as known at %s of %s", id, day, known, model)
                    .isEqualTo(expected(model, "progress", day, known, null));
            assertThat(at(due, day, known))
                    .as("deadline of %s on %s as known at %s of %s", id, day, known, model)
                    .isEqualTo(expected(model, "due", day, known, stated));
        }
        LocalDate today = FIRST.plusDays(DAYS);
        assertThat(rows("MATCH (a:Action {id: $id}) RETURN a.progress, [(a)-[:DUE]->(p) | p.label]", id))
                .as("in force of %s", model)
                .containsExactly(Arrays.asList(
                        expected(model, "progress", today, Long.MAX_VALUE - 1, null),
                        listed(expected(model, "due", today, Long.MAX_VALUE - 1, stated))));
    }

    /** A value, the days and the numbers for which it holds. */
    private record Standing(
            LocalDate from,
            LocalDate until,
            long knownFrom,
            long knownUntil,
            @Nullable String value) {

        static Standing of(List<Object> row) {
            return new Standing(
                    row.get(0) == null ? LocalDate.MIN : (LocalDate) row.get(0),
                    row.get(1) == null ? LocalDate.MAX : (LocalDate) row.get(1),
                    row.get(2) == null ? 0 : (Long) row.get(2),
                    row.get(3) == null ? Long.MAX_VALUE : (Long) row.get(3),
                    (String) row.get(4));
        }

        boolean holds(LocalDate day, long known) {
            return !from.isAfter(day) && day.isBefore(until) && knownFrom <= known && known < knownUntil;
        }
    }

    private static List<Standing> standings(String text, String id) {
        return rows(text, id).stream().map(Standing::of).toList();
    }

    private static @Nullable String at(List<Standing> standings, LocalDate day, long known) {
        List<Standing> holding =
                standings.stream().filter(each -> each.holds(day, known)).toList();
        assertThat(holding).hasSizeLessThanOrEqualTo(1);
        return holding.isEmpty() ? null : holding.get(0).value();
    }

    private static List<List<Object>> rows(String text, String id) {
        return graph.graph().read(transaction -> transaction.run(new CypherStatement(text, Map.of("id", id)))).stream()
                .map(Arrays::asList)
                .toList();
    }

    private static List<String> listed(@Nullable String value) {
        return value == null ? List.of() : List.of(value);
    }

    private static boolean isStated(String id) {
        return Integer.parseInt(id.substring(id.length() - 1)) % 2 == 0;
    }

    private static @Nullable String expected(
            List<Known> model, String field, LocalDate day, long known, @Nullable String stated) {
        return model.stream()
                .filter(each -> each.field().equals(field)
                        && each.isKnownAt(known)
                        && !each.holdsOn().isAfter(day))
                .max(Comparator.comparing(Known::holdsOn).thenComparing(Known::number))
                .map(Known::value)
                .orElse(stated);
    }

    private static <T> T write(Origin origin, Function<FactTransaction, T> work) {
        return Objects.requireNonNull(FactTransaction.write(graph.graph(), CONTRACT, origin, work));
    }
}
