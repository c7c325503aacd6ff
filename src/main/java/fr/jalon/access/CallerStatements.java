package fr.jalon.access;

import fr.jalon.cypher.CypherStatement;
import java.time.LocalDate;
import java.util.Map;

/** Finds the account behind a credential, with the mandates in force that it is tied to. */
final class CallerStatements {

    /**
     * Ties name a mandate by its id, and no relationship leads from the domain to accounts: whoever asks for ways or
     * neighbours of a mandate finds none.
     */
    private static final String MANDATES = """
             CALL (a) {
               MATCH (a)-[:TIED_BY]->(tie:Tie)
               WHERE tie.from <= $day AND $day < coalesce(tie.until, date('9999-12-31'))
               WITH DISTINCT tie.mandate AS id
               MATCH (m:Mandate {id: id})
               WHERE coalesce(m.until, $day) >= $day AND m.status <> 'TO_BE_NAMED'
               WITH m, [(m)-[:MANDATED_FOR]->(o:Organization) | [o.id, coalesce(o.acronym, o.name)]] AS covered,
                 [(m)-[:MANDATED_FOR]->(:Organization)-[:PART_OF*1..]->(o:Ministry) WHERE m.kind STARTS WITH 'REFERENT_' | o.id] AS above
               ORDER BY m.id
               RETURN collect([m.id, m.kind, coalesce(m.acronym, m.function), covered, above]) AS mandates
             }
            """;

    private static final String ACCOUNT =
            " RETURN a.id AS account, a.roles AS roles, a.disabledAt IS NOT NULL AS disabled, mandates";

    private static final String NEITHER =
            ", null AS scopes, null AS expires, false AS over, $key AS hash, null AS token, null AS lastUsed";

    private CallerStatements() {}

    static CypherStatement of(Credential credential, LocalDate day) {
        if (credential instanceof Credential.Token token) {
            return statement(
                    "MATCH (t:Token {hash: $key})-[:OF]->(a:Account)",
                    ", t.scopes AS scopes, t.expires AS expires, t.revoked IS NOT NULL AS over, t.hash AS hash, t.id AS token,"
                            + " t.lastUsed AS lastUsed",
                    token.hash(),
                    day);
        } else if (credential instanceof Credential.Session session) {
            return statement(
                    "MATCH (s:WebSession {hash: $key})-[:OF]->(a:Account)",
                    ", ['READ', 'REPORT', 'ADMINISTER'] AS scopes, s.expires AS expires, s.ended IS NOT NULL AS over,"
                            + " s.hash AS hash, null AS token, null AS lastUsed",
                    session.hash(),
                    day);
        }
        Credential.Subject subject = (Credential.Subject) credential;
        return statement("MATCH (a:Account {login: $key})", NEITHER, login(subject.issuer(), subject.subject()), day);
    }

    /** An account, by what is known of it already. */
    static CypherStatement account(String id, LocalDate day) {
        return statement("MATCH (a:Account {id: $key})", NEITHER, id, day);
    }

    /** By what an account is known to a provider, in one property that no two accounts share. */
    static String login(String issuer, String subject) {
        return issuer + " " + subject;
    }

    private static CypherStatement statement(String match, String columns, String key, LocalDate day) {
        return new CypherStatement(match + MANDATES + ACCOUNT + columns, Map.of("key", key, "day", day));
    }
}
