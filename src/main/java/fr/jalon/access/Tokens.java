package fr.jalon.access;

import fr.jalon.cypher.CypherStatement;
import fr.jalon.neo4j.Transaction;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Makes, lists and revokes tokens, within a transaction that writes. Whoever calls has asked {@link Rights} first; what cannot
 * be done fails with an {@link AccessException}.
 */
public final class Tokens {

    /** The longest time a token holds; whoever still needs it makes another. */
    public static final int MOST_DAYS = 366;

    private static final int ID_DIGITS = 10;
    private static final int SHOWN = Secrets.PREFIX.length() + 4;

    private Tokens() {}

    /**
     * What a token is to be.
     *
     * @param account public id of its owner
     * @param name by which its owner tells it from others
     * @param scopes what it is for, nothing that its owner may not
     * @param days how long it holds
     */
    public record Wanted(String account, String name, Set<Scope> scopes, int days) {

        public Wanted {
            scopes = Set.copyOf(scopes);
        }
    }

    /**
     * A new token.
     *
     * @param secret the whole token, which is nowhere else from here on
     */
    public record Created(String id, String secret, Instant expires) {

        /** The secret is not written where a record happens to be. */
        @Override
        public String toString() {
            return "Created[id=%s, expires=%s]".formatted(id, expires);
        }
    }

    /**
     * One in a list.
     *
     * @param prefix the first characters of the secret, by which its owner finds it again
     */
    public record Listed(
            String id,
            String account,
            String name,
            String prefix,
            Set<Scope> scopes,
            Instant expires,
            @Nullable Instant lastUsed,
            boolean revoked) {

        public Listed {
            scopes = Set.copyOf(scopes);
        }
    }

    /** Makes a token. */
    public static Created create(Transaction transaction, Wanted wanted, Instant now) {
        require(transaction, wanted, now);
        String secret = Secrets.token();
        String id = "token/" + Secrets.id(ID_DIGITS);
        Instant expires = now.plus(Duration.ofDays(wanted.days()));
        Map<String, Object> properties = Map.of(
                "id", id,
                "hash", Secrets.hash(secret),
                "prefix", secret.substring(0, SHOWN),
                "name", wanted.name(),
                "scopes", wanted.scopes().stream().map(Scope::name).sorted().toList(),
                "created", time(now),
                "expires", time(expires));
        transaction.run(new CypherStatement(
                "MATCH (a:Account {id: $account}) CREATE (t:Token)-[:OF]->(a) SET t = $properties",
                Map.of("account", wanted.account(), "properties", properties)));
        return new Created(id, secret, expires);
    }

    /** The account that a token is of, if there is such a token: who may revoke it depends on that. */
    public static String owner(Transaction transaction, String token) {
        return transaction
                .run(new CypherStatement(
                        "MATCH (:Token {id: $id})-[:OF]->(a:Account) RETURN a.id", Map.of("id", token)))
                .stream()
                .map(row -> String.valueOf(row[0]))
                .findFirst()
                .orElseThrow(() -> new AccessException("There is no token %s".formatted(token)));
    }

    /** From then on a token is refused; one that was revoked before stays so. */
    public static void revoke(Transaction transaction, String token, Instant now) {
        owner(transaction, token);
        transaction.run(new CypherStatement(
                "MATCH (t:Token {id: $id}) SET t.revoked = coalesce(t.revoked, $now)",
                Map.of("id", token, "now", time(now))));
    }

    /** Tokens of an account, or all of them, the newest first. */
    public static List<Listed> list(Transaction transaction, @Nullable String account) {
        if (account != null) {
            AccountChanges.requireAccount(transaction, account);
        }
        return transaction.run(new CypherStatement("""
                        MATCH (t:Token)-[:OF]->(a:Account) WHERE $account = '' OR a.id = $account
                        RETURN t.id, a.id, t.name, t.prefix, t.scopes, t.expires, t.lastUsed, t.revoked IS NOT NULL
                        ORDER BY t.created DESC, t.id""", Map.of("account", account == null ? "" : account))).stream()
                .map(Tokens::listed)
                .toList();
    }

    static void noteUse(Transaction transaction, String token, Instant now) {
        transaction.run(new CypherStatement(
                "MATCH (t:Token {id: $id}) SET t.lastUsed = $now", Map.of("id", token, "now", time(now))));
    }

    static OffsetDateTime time(Instant instant) {
        return OffsetDateTime.ofInstant(instant, ZoneOffset.UTC);
    }

    private static void require(Transaction transaction, Wanted wanted, Instant now) {
        if (wanted.name().isBlank()) {
            throw new AccessException("The token has no name; expected one that says what it is for");
        } else if (wanted.scopes().isEmpty()) {
            throw new AccessException("The token has no scope; expected READ, REPORT or ADMINISTER");
        } else if (wanted.days() < 1 || wanted.days() > MOST_DAYS) {
            throw new AccessException(
                    "The token would hold %s days; expected 1 to %s".formatted(wanted.days(), MOST_DAYS));
        }
        AccountChanges.requireAccount(transaction, wanted.account());
        Caller owner = Accounts.caller(
                transaction,
                new Caller.Identified(wanted.account(), List.of(), Set.of(), wanted.scopes(), Channel.COMMAND),
                now);
        if (!(owner instanceof Caller.Identified known)) {
            throw new AccessException("%s is disabled, so no token is made for it".formatted(wanted.account()));
        }
        wanted.scopes().stream()
                .sorted()
                .filter(scope -> !may(known, scope))
                .findFirst()
                .ifPresent(scope -> {
                    throw new AccessException("%s may not %s itself, so its token may not either: found the scope %s"
                            .formatted(wanted.account(), scope == Scope.REPORT ? "report" : "administer", scope));
                });
    }

    private static boolean may(Caller.Identified owner, Scope scope) {
        return switch (scope) {
            case READ -> true;
            case REPORT -> !owner.mandates().isEmpty() || owner.roles().contains(Role.SECRETARIAT);
            case ADMINISTER -> owner.roles().contains(Role.ADMINISTRATOR);
        };
    }

    private static Listed listed(@Nullable Object[] row) {
        return new Listed(
                String.valueOf(row[0]),
                String.valueOf(row[1]),
                String.valueOf(row[2]),
                String.valueOf(row[3]),
                Accounts.constants(Scope.class, row[4]),
                Objects.requireNonNull(Accounts.instant(row[5])),
                Accounts.instant(row[6]),
                Boolean.TRUE.equals(row[7]));
    }
}
