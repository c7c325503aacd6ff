package fr.jalon.access;

import java.util.Collections;
import java.util.Set;

/**
 * A mandate in force that an account is tied to.
 *
 * @param id public id, as {@code mandate/amdac-mtfp}
 * @param kind a {@code MandateKind} of the contract
 * @param function as the public reads it, "AMDAC, MTFP"
 * @param organizations public ids of the organizations that it covers
 */
public record HeldMandate(String id, String kind, String function, Set<String> organizations) {

    public HeldMandate {
        organizations = Set.copyOf(organizations);
    }

    boolean covers(Set<String> others) {
        return !Collections.disjoint(organizations, others);
    }

    boolean isAdministrator() {
        return kind.equals("AMDAC") || kind.equals("AGDAC");
    }

    boolean isReferent() {
        return isReferent(kind);
    }

    static boolean isReferent(String kind) {
        return kind.startsWith("REFERENT_");
    }
}
