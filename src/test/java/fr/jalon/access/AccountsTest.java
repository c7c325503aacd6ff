package fr.jalon.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import fr.jalon.access.Caller.Fault;
import fr.jalon.cypher.CypherStatement;
import fr.jalon.neo4j.Graph;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Accounts, their mandates, tokens and sessions in a graph. */
class AccountsTest {

    private static final Instant NOON = Instant.parse("2026-05-04T10:00:00Z");
    private static final LocalDate DAY = LocalDate.of(2026, 5, 4);
    private static final String JEANNE = "account/jeanne-martin";
    private static final String AMDAC = "mandate/amdac-mtfp";
    private static final Set<Scope> BOTH = Set.of(Scope.READ, Scope.REPORT);

    @TempDir
    private static Path folder = Path.of("");

    private static Graph graph;

    @BeforeAll
    static void open() {
        graph = DirectoryGraph.in(folder);
    }

    @AfterAll
    static void close() {
        graph.close();
    }

    @BeforeEach
    void begin() {
        DirectoryGraph.write(
                graph, "MATCH (n) WHERE n:Account OR n:Tie OR n:Token OR n:WebSession DETACH DELETE n", Map.of());
        DirectoryGraph.set(graph, AMDAC, "NAMED", null);
        create(account(JEANNE, "jeanne.martin@exemple.gouv.fr", Set.of()));
    }

    @ParameterizedTest
    @CsvFileSource(resources = "/access/ties.csv", delimiter = '|', numLinesToSkip = 2, nullValues = "-")
    void an_account_acts_by_a_mandate_on_the_days_of_its_tie_while_the_mandate_is_in_force(
            LocalDate from,
            @Nullable LocalDate until,
            @Nullable LocalDate end,
            String status,
            Instant moment,
            String inForce) {
        DirectoryGraph.set(graph, AMDAC, status, end);
        DirectoryGraph.write(
                graph,
                "MATCH (a:Account {id: $id}) CREATE (a)-[:TIED_BY]->(t:Tie {mandate: $mandate, from: $from})",
                Map.of("id", JEANNE, "mandate", AMDAC, "from", from));
        if (until != null) {
            DirectoryGraph.write(graph, "MATCH (t:Tie) SET t.until = $until", Map.of("until", until));
        }

        assertThat(mandates(moment)).hasSize(inForce.equals("yes") ? 1 : 0);
    }

    @Test
    void a_mandate_is_read_with_its_function_for_the_public_and_the_organizations_it_covers() {
        tie(JEANNE, AMDAC);
        tie(JEANNE, "mandate/code-mct");

        assertThat(mandates(NOON))
                .containsExactly(
                        new HeldMandate(AMDAC, "AMDAC", "AMDAC, MTFP", Set.of("ministry/mtfp")),
                        new HeldMandate(
                                "mandate/code-mct", "REFERENT_CODE", "Référent code, MCT", Set.of("ministry/mct")));
    }

    @Test
    void a_right_that_ended_a_moment_before_is_gone_within_the_transaction_that_writes() {
        tie(JEANNE, AMDAC);
        Tokens.Created token = token(BOTH, 1);
        Caller before = caller(token, NOON);
        assertThat(Rights.decide(before, Act.REPORT_PROGRESS, Target.of(Set.of("ministry/mtfp"))))
                .isInstanceOf(Decision.Granted.class);

        graph.write(transaction -> {
            AccountChanges.untie(transaction, JEANNE, AMDAC, DAY);
            return 0;
        });
        Caller untied = graph.write(transaction -> Accounts.caller(transaction, before, NOON));
        assertThat(Rights.decide(untied, Act.REPORT_PROGRESS, Target.of(Set.of("ministry/mtfp"))))
                .isInstanceOf(Decision.Forbidden.class);

        graph.write(transaction -> {
            Tokens.revoke(transaction, token.id(), NOON);
            return 0;
        });
        assertThat(graph.<Caller>write(transaction -> Accounts.caller(transaction, before, NOON)))
                .isEqualTo(new Caller.Refused(Fault.REVOKED, Channel.GRAPHQL));
    }

    @Test
    void when_the_holder_of_a_mandate_changes_all_accounts_lose_it_but_those_of_the_new_holder() {
        create(new Account("account/paul", "Paul", null, null, null, "person/paul", Set.of()));
        tie(JEANNE, AMDAC);
        tie("account/paul", AMDAC);

        List<String> lost = graph.write(
                transaction -> AccountChanges.closeTies(transaction, AMDAC, DAY.plusDays(1), "person/paul"));

        assertThat(lost).containsExactly(JEANNE);
        assertThat(mandates(NOON)).hasSize(1);
        assertThat(mandates(NOON.plus(Duration.ofDays(1)))).isEmpty();
        assertThat(graph.<List<String>>write(
                        transaction -> AccountChanges.closeTies(transaction, AMDAC, DAY.plusDays(1), null)))
                .containsExactly("account/paul");
    }

    @Test
    void a_token_is_refused_from_the_moment_it_expires_or_is_revoked_and_that_is_told_apart() {
        Tokens.Created token = token(Set.of(Scope.READ), 2);

        assertThat(caller(token, NOON.plus(Duration.ofDays(2)).minusMillis(1))).isInstanceOf(Caller.Identified.class);
        assertThat(caller(token, NOON.plus(Duration.ofDays(2))))
                .isEqualTo(new Caller.Refused(Fault.EXPIRED, Channel.GRAPHQL));
        assertThat(caller(new Tokens.Created("", Secrets.token(), NOON), NOON))
                .isEqualTo(new Caller.Refused(Fault.UNKNOWN, Channel.GRAPHQL));
        graph.write(transaction -> {
            AccountChanges.disable(transaction, JEANNE, NOON);
            return 0;
        });
        assertThat(caller(token, NOON)).isEqualTo(new Caller.Refused(Fault.DISABLED, Channel.GRAPHQL));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "jln_", "jln_0123456789012345678901234567890123456", "ghp_x", "jln_é"})
    void what_this_program_never_wrote_is_no_token(String written) {
        assertThatExceptionOfType(IllegalArgumentException.class).isThrownBy(() -> Credential.Token.of(written));
    }

    @Test
    void a_token_with_one_character_changed_is_refused_without_a_look_at_the_graph() {
        String secret = Secrets.token();
        for (int at = 0; at < secret.length(); at++) {
            char other = secret.charAt(at) == 'x' ? 'y' : 'x';
            String changed = secret.substring(0, at) + other + secret.substring(at + 1);
            assertThatExceptionOfType(IllegalArgumentException.class)
                    .isThrownBy(() -> Credential.Token.of(changed))
                    .withMessageNotContaining(changed);
        }
        assertThat(secret).matches("jln_[0-9A-Za-z]{38}");
        assertThat(Credential.Token.of(secret).hash()).hasSize(64);
    }

    @Test
    void a_token_may_nothing_that_its_owner_may_not() {
        assertThatExceptionOfType(AccessException.class)
                .isThrownBy(() -> token(BOTH, 1))
                .withMessage(
                        "account/jeanne-martin may not report itself, so its token may not either: found the scope REPORT");
        tie(JEANNE, AMDAC);
        assertThat(token(BOTH, 1).secret()).startsWith("jln_");
        assertThatExceptionOfType(AccessException.class)
                .isThrownBy(() -> token(Set.of(Scope.ADMINISTER), 1))
                .withMessageContaining("may not administer itself");
        assertThatExceptionOfType(AccessException.class)
                .isThrownBy(() -> token(Set.of(Scope.READ), Tokens.MOST_DAYS + 1))
                .withMessage("The token would hold 367 days; expected 1 to 366");
    }

    @Test
    void secrets_are_in_the_graph_as_hashes_alone_and_no_relationship_leads_from_the_domain_to_accounts() {
        tie(JEANNE, AMDAC);
        Tokens.Created token = token(BOTH, 1);
        Callers callers = new Callers(graph, Clock.fixed(NOON, ZoneOffset.UTC));
        String session = callers.signIn(new Identity("https://idp", "s1", "jeanne.martin@exemple.gouv.fr"))
                .orElseThrow();
        callers.close();

        assertThat(DirectoryGraph.dump(graph))
                .contains(
                        Credential.Token.of(token.secret()).hash(),
                        Credential.Session.of(session).hash())
                .doesNotContain(token.secret(), token.secret().substring(8), session);
        assertThat(token.toString()).doesNotContain(token.secret());
        assertThat(graph.<Object>read(transaction -> transaction.run(
                                new CypherStatement("MATCH (n:Node)--(m) WHERE NOT m:Node RETURN count(*)", Map.of()))
                        .get(0)[0]))
                .isEqualTo(0L);
    }

    @Test
    void the_use_of_a_token_is_noted_once_an_hour_and_otherwise_reading_commits_nothing() throws Exception {
        Tokens.Created token = token(Set.of(Scope.READ), 2);
        Credential credential = Credential.Token.of(token.secret());
        try (Callers callers = new Callers(graph, Clock.fixed(NOON, ZoneOffset.UTC))) {
            callers.identify(credential, Channel.GRAPHQL);
            awaitUse(NOON);
            String version = graph.version();
            for (int i = 0; i < 20; i++) {
                callers.identify(credential, Channel.GRAPHQL);
            }
            TimeUnit.MILLISECONDS.sleep(200);
            assertThat(graph.version()).isEqualTo(version);
        }
        Instant later = NOON.plus(Duration.ofMinutes(61));
        try (Callers callers = new Callers(graph, Clock.fixed(later, ZoneOffset.UTC))) {
            callers.identify(credential, Channel.GRAPHQL);
            awaitUse(later);
        }
    }

    @Test
    void who_signs_in_is_found_by_the_address_once_and_by_the_subject_ever_after() {
        Callers callers = new Callers(graph, Clock.fixed(NOON, ZoneOffset.UTC));
        assertThat(callers.signIn(new Identity("https://idp", "s9", "nobody@exemple.fr")))
                .isEmpty();
        assertThat(callers.signIn(new Identity("https://idp", "s9", null))).isEmpty();

        Optional<String> first = callers.signIn(new Identity("https://idp", "s1", "Jeanne.Martin@exemple.gouv.fr"));
        assertThat(first).isPresent();
        assertThat(callers.signIn(new Identity("https://idp", "s1", "renamed@exemple.gouv.fr")))
                .isPresent();
        assertThat(callers.signIn(new Identity("https://idp", "s2", "jeanne.martin@exemple.gouv.fr")))
                .as("another subject with the address of a known one")
                .isEmpty();

        Caller.Identified caller =
                (Caller.Identified) callers.identify(Credential.Session.of(first.get()), Channel.PAGE);
        assertThat(caller.account()).isEqualTo(JEANNE);
        assertThat(caller.scopes()).containsExactlyInAnyOrder(Scope.values());
        callers.close();
    }

    @Test
    void a_session_ends_by_signing_out_by_time_and_with_its_account() {
        Callers callers = new Callers(graph, Clock.fixed(NOON, ZoneOffset.UTC));
        Identity identity = new Identity("https://idp", "s1", "jeanne.martin@exemple.gouv.fr");
        String one = callers.signIn(identity).orElseThrow();
        String other = callers.signIn(identity).orElseThrow();

        callers.signOut(one);
        assertThat(callers.identify(Credential.Session.of(one), Channel.PAGE))
                .isEqualTo(new Caller.Refused(Fault.REVOKED, Channel.PAGE));
        assertThat(session(other, NOON.plus(Callers.SESSION).minusMillis(1))).isInstanceOf(Caller.Identified.class);
        assertThat(session(other, NOON.plus(Callers.SESSION)))
                .isEqualTo(new Caller.Refused(Fault.EXPIRED, Channel.PAGE));
        graph.write(transaction -> {
            AccountChanges.disable(transaction, JEANNE, NOON);
            return 0;
        });
        assertThat(session(other, NOON)).isEqualTo(new Caller.Refused(Fault.REVOKED, Channel.PAGE));
        assertThat(callers.signIn(identity)).isEmpty();
        callers.close();
    }

    @Test
    void what_cannot_be_done_to_accounts_is_said_and_changes_nothing() {
        String before = DirectoryGraph.dump(graph);
        assertThatExceptionOfType(AccessException.class)
                .isThrownBy(() -> create(account(JEANNE, null, Set.of())))
                .withMessage("account/jeanne-martin is there already, with that id");
        assertThatExceptionOfType(AccessException.class)
                .isThrownBy(() -> create(account("account/j", "jeanne.martin@exemple.gouv.fr", Set.of())))
                .withMessage("account/jeanne-martin is there already, with that email");
        assertThatExceptionOfType(AccessException.class)
                .isThrownBy(() -> create(account("account/É", null, Set.of())))
                .withMessage("\"account/É\" is no id of an account; expected one such as account/jeanne-martin");
        assertThatExceptionOfType(AccessException.class)
                .isThrownBy(() -> tie(JEANNE, "mandate/none"))
                .withMessage("There is no mandate mandate/none");
        assertThatExceptionOfType(AccessException.class)
                .isThrownBy(() -> tie("account/none", AMDAC))
                .withMessage("There is no account account/none");
        assertThat(DirectoryGraph.dump(graph)).isEqualTo(before);

        tie(JEANNE, AMDAC);
        assertThatExceptionOfType(AccessException.class)
                .isThrownBy(() -> tie(JEANNE, AMDAC))
                .withMessageContaining("is tied to mandate/amdac-mtfp already in that time");
    }

    private static void awaitUse(Instant expected) throws InterruptedException {
        for (int i = 0; i < 200; i++) {
            List<Tokens.Listed> tokens = graph.read(transaction -> Tokens.list(transaction, JEANNE));
            if (expected.equals(tokens.get(0).lastUsed())) {
                return;
            }
            TimeUnit.MILLISECONDS.sleep(50);
        }
        throw new AssertionError("the use was not noted");
    }

    private static Caller session(String secret, Instant now) {
        return graph.read(
                transaction -> Accounts.caller(transaction, Credential.Session.of(secret), Channel.PAGE, now));
    }

    private static Caller caller(Tokens.Created token, Instant now) {
        return graph.read(
                transaction -> Accounts.caller(transaction, Credential.Token.of(token.secret()), Channel.GRAPHQL, now));
    }

    private static List<HeldMandate> mandates(Instant moment) {
        Caller jeanne = new Caller.Identified(JEANNE, List.of(), Set.of(), Set.of(), Channel.PAGE);
        Caller read = graph.read(transaction -> Accounts.caller(transaction, jeanne, moment));
        return ((Caller.Identified) read).mandates();
    }

    private static Tokens.Created token(Set<Scope> scopes, int days) {
        return graph.write(transaction ->
                Tokens.create(transaction, new Tokens.Wanted(JEANNE, "tableau de bord", scopes, days), NOON));
    }

    private static Account account(String id, @Nullable String email, Set<Role> roles) {
        return new Account(id, "Jeanne Martin", email, null, null, null, roles);
    }

    private static void create(Account account) {
        graph.write(transaction -> {
            AccountChanges.create(transaction, account, NOON);
            return 0;
        });
    }

    private static void tie(String account, String mandate) {
        graph.write(transaction -> {
            AccountChanges.tie(transaction, account, mandate, LocalDate.of(2026, 1, 1), null);
            return 0;
        });
    }
}
