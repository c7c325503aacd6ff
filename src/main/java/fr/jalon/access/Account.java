package fr.jalon.access;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Somebody, or a program, whom the server knows.
 *
 * @param id public id, as {@code account/jeanne-martin}
 * @param name for administrators, never for the public
 * @param email by which a provider of identities knows the person, at their first sign-in; in lower case
 * @param issuer of the provider they signed in by, or are known to already
 * @param subject by which that provider knows them
 * @param person public id of the person of the graph that it is, where they are in it
 * @param roles what it may beside its mandates
 */
public record Account(
        String id,
        String name,
        @Nullable String email,
        @Nullable String issuer,
        @Nullable String subject,
        @Nullable String person,
        Set<Role> roles) {

    public Account {
        roles = Set.copyOf(roles);
    }

    /**
     * One in a list.
     *
     * @param disabled whether nobody can be it any more
     * @param ties in words, as {@code mandate/amdac-mtfp from 2026-01-01 until 2026-09-01}
     */
    public record Listed(Account account, boolean disabled, List<String> ties) {}
}
