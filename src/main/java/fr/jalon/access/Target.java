package fr.jalon.access;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What an act is done to, as far as rights depend on it.
 *
 * @param organizations public ids of the ministries, and of other organizations, that it belongs to
 * @param mandateKind of a mandate: its {@code MandateKind}
 * @param owner of a change that is withdrawn, the account that reported it; of a token, its account
 */
public record Target(
        Set<String> organizations,
        @Nullable String mandateKind,
        @Nullable String owner) {

    /** What belongs to nobody, as a person does. */
    public static final Target NOTHING = new Target(Set.of(), null, null);

    public Target {
        organizations = Set.copyOf(organizations);
    }

    /** Such as an action or a resource. */
    public static Target of(Set<String> organizations) {
        return new Target(organizations, null, null);
    }

    public static Target mandate(String kind, Set<String> organizations) {
        return new Target(organizations, kind, null);
    }

    /** A change, which belongs where its node does. */
    public static Target change(String author, Set<String> organizations) {
        return new Target(organizations, null, author);
    }

    boolean isReferent() {
        return mandateKind != null && HeldMandate.isReferent(mandateKind);
    }
}
