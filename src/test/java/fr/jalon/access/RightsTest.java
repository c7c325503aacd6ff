package fr.jalon.access;

import static org.assertj.core.api.Assertions.assertThat;

import fr.jalon.access.Caller.Fault;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every cell of the table of rights, read from {@code access/rights-cases.csv}. */
class RightsTest {

    private static final String OWN = "account/somebody";
    private static final Set<String> MTFP = Set.of("ministry/mtfp");

    @ParameterizedTest(name = "{0} on {1} by {2}: {3}")
    @MethodSource("cells")
    void every_cell_of_the_table_is_answered_as_it_says(String act, String on, String caller, String expected) {
        Decision decision = Rights.decide(caller(caller), Act.valueOf(act), target(on));

        assertThat(answer(decision)).as(decision.toString()).isEqualTo(expected);
    }

    @Test
    void the_cases_try_every_act() throws IOException {
        assertThat(cells().map(cell -> Act.valueOf((String) cell.get()[0])).collect(Collectors.toSet()))
                .isEqualTo(EnumSet.allOf(Act.class));
    }

    @Test
    void a_change_is_signed_by_the_mandate_that_covers_the_thing_before_any_role() {
        HeldMandate other = new HeldMandate("mandate/a", "AMDAC", "AMDAC, MCT", Set.of("ministry/mct"));
        HeldMandate covering = new HeldMandate("mandate/b", "REFERENT_DATA", "Référent, MTFP", MTFP);
        Caller both = new Caller.Identified(
                OWN, List.of(other, covering), Set.of(Role.SECRETARIAT), Set.of(Scope.REPORT), Channel.PAGE);

        assertThat(Rights.decide(both, Act.REPORT_PROGRESS, Target.of(MTFP)))
                .isEqualTo(new Decision.Granted("Référent, MTFP", "mandate/b"));
        assertThat(Rights.decide(both, Act.VERIFY, Target.of(MTFP)))
                .isEqualTo(new Decision.Granted("Secrétariat", null));
    }

    @Test
    void a_refusal_says_what_was_missing() {
        assertThat(Rights.decide(caller("expired token"), Act.VERIFY, Target.NOTHING))
                .isEqualTo(new Decision.Unauthenticated("The credential has expired."));
        assertThat(Rights.decide(caller("another ministry"), Act.ADD_NOTE, Target.of(MTFP)))
                .isEqualTo(new Decision.Forbidden("This is beyond what the mandates of this account allow today"
                        + " (AMDAC, MCT): it belongs to ministry/mtfp."));
        assertThat(Rights.decide(caller("ended mandate"), Act.ADD_NOTE, Target.of(MTFP)))
                .isEqualTo(new Decision.Forbidden(
                        "This needs a mandate, and no mandate of this account is in force today."));
        assertThat(Rights.decide(caller("token to read"), Act.ADD_NOTE, Target.of(MTFP)))
                .isEqualTo(new Decision.Forbidden("The token is not for this: it needs the scope REPORT."));
        assertThat(Rights.decide(caller("AMDAC"), Act.WITHDRAW, target("another's")))
                .isEqualTo(new Decision.Forbidden("This is for whoever reported it, and for the secretariat."));
    }

    @Test
    void nobody_may_by_what_they_do_not_own_nor_by_a_thing_of_no_ministry() {
        assertThat(answer(Rights.decide(caller("AMDAC"), Act.REPORT_PROGRESS, Target.NOTHING)))
                .isEqualTo("403");
        assertThat(answer(Rights.decide(caller("AMDAC"), Act.WITHDRAW, Target.of(MTFP))))
                .isEqualTo("403");
    }

    @Test
    void tells_what_a_caller_may_do_to_one_thing_or_another() {
        assertThat(Rights.acts(Caller.ANONYMOUS)).isEmpty();
        assertThat(Rights.acts(caller("ended mandate"))).containsExactly(Act.CREATE_TOKEN, Act.REVOKE_TOKEN);
        assertThat(Rights.acts(caller("token to read"))).isEmpty();
        assertThat(Rights.acts(caller("AMDAC"))).contains(Act.NAME_HOLDER).doesNotContain(Act.VERIFY);
    }

    static Stream<Arguments> cells() throws IOException {
        List<List<String>> rows = Files.readAllLines(Path.of("src/test/resources/access/rights-cases.csv")).stream()
                .filter(line -> !line.startsWith("#"))
                .map(line -> Arrays.stream(line.split("\\|")).map(String::strip).toList())
                .toList();
        List<String> callers = rows.get(0);
        return rows.stream()
                .skip(1)
                .flatMap(row -> IntStream.range(2, row.size())
                        .mapToObj(at -> Arguments.of(row.get(0), row.get(1), callers.get(at), row.get(at))));
    }

    private static Caller caller(String name) {
        return switch (name) {
            case "no one" -> Caller.ANONYMOUS;
            case "expired token" -> new Caller.Refused(Fault.EXPIRED, Channel.GRAPHQL);
            case "foreign token" -> new Caller.Refused(Fault.UNKNOWN, Channel.GRAPHQL);
            case "token to read" -> identified("AMDAC", MTFP, Set.of(), Set.of(Scope.READ));
            case "another ministry" -> identified("AMDAC", Set.of("ministry/mct"), Set.of());
            case "ended mandate" -> identified(null, MTFP, Set.of());
            case "delegate" -> identified("DELEGATE", MTFP, Set.of());
            case "referent" -> identified("REFERENT_CODE", MTFP, Set.of());
            case "AMDAC" -> identified("AMDAC", MTFP, Set.of());
            case "secretariat" -> identified(null, MTFP, Set.of(Role.SECRETARIAT));
            case "administrator" -> identified(null, MTFP, Set.of(Role.ADMINISTRATOR));
            default -> throw new IllegalArgumentException(name);
        };
    }

    private static Caller identified(@Nullable String kind, Set<String> organizations, Set<Role> roles) {
        return identified(kind, organizations, roles, EnumSet.allOf(Scope.class));
    }

    private static Caller identified(
            @Nullable String kind, Set<String> organizations, Set<Role> roles, Set<Scope> scopes) {
        String ministry =
                organizations.iterator().next().replace("ministry/", "").toUpperCase(Locale.ROOT);
        List<HeldMandate> mandates = kind == null
                ? List.of()
                : List.of(new HeldMandate("mandate/one", kind, kind + ", " + ministry, organizations));
        return new Caller.Identified(OWN, mandates, roles, scopes, Channel.GRAPHQL);
    }

    private static Target target(String on) {
        return switch (on) {
            case "thing" -> Target.of(MTFP);
            case "nothing" -> Target.NOTHING;
            case "referent" -> Target.mandate("REFERENT_DATA", MTFP);
            case "amdac" -> Target.mandate("AMDAC", MTFP);
            case "own" -> new Target(MTFP, null, OWN);
            case "another's" -> new Target(MTFP, null, "account/another");
            default -> throw new IllegalArgumentException(on);
        };
    }

    private static String answer(Decision decision) {
        if (decision instanceof Decision.Granted) {
            return "yes";
        }
        return decision instanceof Decision.Unauthenticated ? "401" : "403";
    }
}
