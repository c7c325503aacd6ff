package fr.jalon.access;

import org.jspecify.annotations.Nullable;

/**
 * Somebody, as a provider of identities says.
 *
 * @param issuer of the provider
 * @param subject by which it knows them, for ever
 * @param email as far as the provider vouches for it; an account that nobody signed in to yet is found by it
 */
public record Identity(
        String issuer, String subject, @Nullable String email) {}
