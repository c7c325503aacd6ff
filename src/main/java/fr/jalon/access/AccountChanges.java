package fr.jalon.access;

import fr.jalon.cypher.CypherStatement;
import fr.jalon.neo4j.Transaction;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Makes and changes accounts, within a transaction that writes. Whoever calls has asked {@link Rights} first; what cannot be
 * done fails with an {@link AccessException}, and nothing is done then. No answer of the graph depends on accounts, so its
 * revision stays.
 */
public final class AccountChanges {

    private static final Pattern ID = Pattern.compile("account/[a-z0-9]+(?:-[a-z0-9]+)*");

    private AccountChanges() {}

    /** Makes an account that is not there yet. */
    public static void create(Transaction transaction, Account account, Instant now) {
        if (!ID.matcher(account.id()).matches()) {
            throw new AccessException("\"%s\" is no id of an account; expected one such as account/jeanne-martin"
                    .formatted(account.id()));
        }
        String login = account.issuer() == null || account.subject() == null
                ? null
                : CallerStatements.login(account.issuer(), account.subject());
        Map<String, @Nullable Object> properties = new HashMap<>();
        properties.put("id", account.id());
        properties.put("name", account.name());
        properties.put("email", account.email());
        properties.put("issuer", account.issuer());
        properties.put("subject", account.subject());
        properties.put("login", login);
        properties.put("person", account.person());
        properties.put(
                "roles", account.roles().stream().map(Role::name).sorted().toList());
        properties.put("createdAt", OffsetDateTime.ofInstant(now, ZoneOffset.UTC));
        requireFree(transaction, "id", account.id());
        requireFree(transaction, "email", account.email());
        requireFree(transaction, "login", login);
        run(transaction, "CREATE (a:Account) SET a = $properties", Map.of("properties", properties));
    }

    /** Lets an account act by a mandate from a day on, until another day, on which it does not any more. */
    public static void tie(
            Transaction transaction, String account, String mandate, LocalDate from, @Nullable LocalDate until) {
        requireAccount(transaction, account);
        if (transaction
                .run(statement("MATCH (m:Mandate {id: $id}) RETURN m.id", Map.of("id", mandate)))
                .isEmpty()) {
            throw new AccessException("There is no mandate %s".formatted(mandate));
        } else if (until != null && !from.isBefore(until)) {
            throw new AccessException("The tie would end on %s, before it begins on %s".formatted(until, from));
        } else if (overlaps(transaction, account, mandate, from, until)) {
            throw new AccessException(
                    "%s is tied to %s already in that time; untie it first".formatted(account, mandate));
        }
        Map<String, @Nullable Object> properties = new HashMap<>();
        properties.put("mandate", mandate);
        properties.put("from", from);
        properties.put("until", until);
        run(
                transaction,
                "MATCH (a:Account {id: $id}) CREATE (a)-[:TIED_BY]->(tie:Tie) SET tie = $properties",
                Map.of("id", account, "properties", properties));
    }

    /** Ends what ties an account to a mandate: on that day it does not act by it any more. */
    public static void untie(Transaction transaction, String account, String mandate, LocalDate day) {
        requireAccount(transaction, account);
        if (run(transaction, """
                        MATCH (:Account {id: $id})-[:TIED_BY]->(tie:Tie {mandate: $mandate})
                        WHERE tie.until IS NULL OR tie.until > $day
                        SET tie.until = CASE WHEN tie.from > $day THEN tie.from ELSE $day END
                        RETURN tie.mandate""", Map.of("id", account, "mandate", mandate, "day", day))
                .isEmpty()) {
            throw new AccessException("%s is not tied to %s on %s".formatted(account, mandate, day));
        }
    }

    /**
     * Ends what ties accounts to a mandate whose holder changes: from that day on they do not act by it, except those of a
     * person.
     *
     * @param exceptPerson public id of the new holder, or null for nobody
     * @return ids of the accounts that lost it
     */
    public static List<String> closeTies(
            Transaction transaction, String mandate, LocalDate day, @Nullable String exceptPerson) {
        return run(
                        transaction,
                        """
                        MATCH (a:Account)-[:TIED_BY]->(tie:Tie {mandate: $mandate})
                        WHERE (tie.until IS NULL OR tie.until > $day) AND coalesce(a.person, '') <> $person
                        SET tie.until = CASE WHEN tie.from > $day THEN tie.from ELSE $day END
                        RETURN DISTINCT a.id ORDER BY a.id""",
                        Map.of(
                                "mandate",
                                mandate,
                                "day",
                                day,
                                "person",
                                exceptPerson == null ? "account of nobody" : exceptPerson))
                .stream()
                .map(row -> String.valueOf(row[0]))
                .toList();
    }

    /** From then on nobody is that account, by whatever credential; its sessions end. */
    public static void disable(Transaction transaction, String account, Instant now) {
        requireAccount(transaction, account);
        run(transaction, """
                MATCH (a:Account {id: $id}) SET a.disabledAt = coalesce(a.disabledAt, $now)
                WITH a MATCH (s:WebSession)-[:OF]->(a) WHERE s.ended IS NULL SET s.ended = $now""", Map.of("id", account, "now", OffsetDateTime.ofInstant(now, ZoneOffset.UTC)));
    }

    /** All accounts, by id. */
    public static List<Account.Listed> list(Transaction transaction) {
        return run(transaction, """
                        MATCH (a:Account)
                        RETURN a.id, a.name, a.email, a.issuer, a.subject, a.person, a.roles, a.disabledAt IS NOT NULL,
                          COLLECT { MATCH (a)-[:TIED_BY]->(tie:Tie) WHERE tie.until IS NULL OR tie.from < tie.until
                            RETURN tie.mandate + ' from ' + toString(tie.from) + coalesce(' until ' + toString(tie.until), '') AS tie
                            ORDER BY tie }
                        ORDER BY a.id""", Map.of()).stream()
                .map(AccountChanges::listed)
                .toList();
    }

    static void requireAccount(Transaction transaction, String id) {
        if (run(transaction, "MATCH (a:Account {id: $id}) RETURN a.id", Map.of("id", id))
                .isEmpty()) {
            throw new AccessException("There is no account %s".formatted(id));
        }
    }

    private static boolean overlaps(
            Transaction transaction, String account, String mandate, LocalDate from, @Nullable LocalDate until) {
        return !run(
                        transaction,
                        """
                        MATCH (:Account {id: $id})-[:TIED_BY]->(tie:Tie {mandate: $mandate})
                        WHERE tie.from < $until AND $from < coalesce(tie.until, date('9999-12-31')) RETURN tie.mandate""",
                        Map.of(
                                "id",
                                account,
                                "mandate",
                                mandate,
                                "from",
                                from,
                                "until",
                                until == null ? LocalDate.of(9999, 12, 31) : until))
                .isEmpty();
    }

    private static void requireFree(Transaction transaction, String property, @Nullable String value) {
        if (value == null) {
            return;
        }
        String text = switch (property) {
            case "id" -> "MATCH (a:Account {id: $value}) RETURN a.id";
            case "email" -> "MATCH (a:Account {email: $value}) RETURN a.id";
            default -> "MATCH (a:Account {login: $value}) RETURN a.id";
        };
        List<@Nullable Object[]> rows = run(transaction, text, Map.of("value", value));
        if (!rows.isEmpty()) {
            throw new AccessException("%s is there already, with that %s"
                    .formatted(rows.get(0)[0], property.equals("login") ? "issuer and subject" : property));
        }
    }

    private static Account.Listed listed(@Nullable Object[] row) {
        Account account = new Account(
                String.valueOf(row[0]),
                String.valueOf(row[1]),
                text(row[2]),
                text(row[3]),
                text(row[4]),
                text(row[5]),
                Accounts.constants(Role.class, row[6]));
        return new Account.Listed(
                account,
                Boolean.TRUE.equals(row[7]),
                Accounts.list(row[8]).stream().map(String::valueOf).toList());
    }

    private static @Nullable String text(@Nullable Object value) {
        return value == null ? null : String.valueOf(value);
    }

    private static List<@Nullable Object[]> run(Transaction transaction, String text, Map<String, Object> parameters) {
        return transaction.run(statement(text, parameters));
    }

    private static CypherStatement statement(String text, Map<String, Object> parameters) {
        return new CypherStatement(text, parameters);
    }
}
