package fr.jalon.access;

import fr.jalon.cypher.IndexDefinition;
import fr.jalon.cypher.IndexDefinition.Kind;
import java.util.List;

/** The constraints by which accounts, tokens and sessions are found and stay one of each. */
public final class AccessIndexes {

    private AccessIndexes() {}

    /** All of them. */
    public static List<IndexDefinition> all() {
        return List.of(
                unique("account_id", "Account", "id"),
                unique("account_email", "Account", "email"),
                unique("account_login", "Account", "login"),
                unique("token_id", "Token", "id"),
                unique("token_hash", "Token", "hash"),
                unique("web_session_hash", "WebSession", "hash"));
    }

    private static IndexDefinition unique(String name, String label, String property) {
        return new IndexDefinition(name, Kind.UNIQUENESS, label, List.of(property));
    }
}
