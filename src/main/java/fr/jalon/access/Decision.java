package fr.jalon.access;

import org.jspecify.annotations.Nullable;

/** Whether somebody may. Reasons are sentences for whoever asked. */
public sealed interface Decision {

    /**
     * Allowed.
     *
     * @param function by which it is, as the public reads its author: "AMDAC, MTFP"
     * @param mandate by which it is, or none when it is by a role
     */
    record Granted(String function, @Nullable String mandate) implements Decision {}

    /** Nobody is known to ask, or the credential is not good: 401. */
    record Unauthenticated(String reason) implements Decision {}

    /** Whoever asks is known, and may not: 403. */
    record Forbidden(String reason) implements Decision {}
}
