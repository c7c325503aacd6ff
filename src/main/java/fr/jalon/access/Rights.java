package fr.jalon.access;

import fr.jalon.access.Decision.Forbidden;
import fr.jalon.access.Decision.Granted;
import fr.jalon.access.Decision.Unauthenticated;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Decides who may do what: the one place that does, by the one table of {@link RightsTable}. */
public final class Rights {

    private static final String SIGN_IN =
            "This needs somebody who is known: sign in, or send a token as \"Authorization: Bearer …\".";

    private static final RightsTable TABLE = RightsTable.read();

    private Rights() {}

    /** Whether the caller may do this to the target, and by which of their functions. */
    public static Decision decide(Caller caller, Act act, Target target) {
        if (caller instanceof Caller.Refused refused) {
            return new Unauthenticated(refused.fault().sentence());
        }
        if (!(caller instanceof Caller.Identified known)) {
            return new Unauthenticated(SIGN_IN);
        }
        RightsTable.Row row = TABLE.row(act);
        if (!known.scopes().contains(row.scope())) {
            return new Forbidden("The token is not for this: it needs the scope " + row.scope() + ".");
        }
        return grants(known, row)
                .filter(grant -> grant.reaches(known, target))
                .findFirst()
                .<Decision>map(grant -> new Granted(grant.function(), grant.id()))
                .orElseGet(() -> new Forbidden(reason(known, row, target)));
    }

    /** By mandates first, so that a change is signed by the nearest function. */
    private static Stream<Grant> grants(Caller.Identified caller, RightsTable.Row row) {
        Stream<Grant> mandates = Stream.concat(
                caller.mandates().stream()
                        .filter(HeldMandate::isAdministrator)
                        .map(mandate -> new Grant(row.amdac(), mandate.function(), Optional.of(mandate))),
                caller.mandates().stream()
                        .filter(HeldMandate::isReferent)
                        .map(mandate -> new Grant(row.referent(), mandate.function(), Optional.of(mandate))));
        Stream<Grant> roles = Arrays.stream(Role.values())
                .filter(caller.roles()::contains)
                .map(role -> new Grant(row.extent(role), role.function(), Optional.empty()));
        Grant account = new Grant(row.account(), "Titulaire du compte", Optional.empty());
        return Stream.of(mandates, roles, Stream.of(account)).flatMap(each -> each);
    }

    private static String reason(Caller.Identified caller, RightsTable.Row row, Target target) {
        List<String> functions =
                caller.mandates().stream().map(HeldMandate::function).toList();
        boolean byMandate = row.amdac() != Extent.NOTHING || row.referent() != Extent.NOTHING;
        if (!byMandate) {
            return "This is for " + row.roles() + ".";
        }
        if (row.amdac() == Extent.OWN && !caller.account().equals(target.owner())) {
            return "This is for whoever reported it, and for " + row.roles() + ".";
        }
        if (functions.isEmpty()) {
            return "This needs a mandate, and no mandate of this account is in force today.";
        }
        return "This is beyond what the mandates of this account allow today (" + String.join("; ", functions) + ")"
                + (target.organizations().isEmpty() ? "." : ": it belongs to " + sorted(target.organizations()) + ".");
    }

    private static String sorted(Set<String> ids) {
        return ids.stream().sorted().collect(Collectors.joining(", "));
    }

    /** One of the functions of a caller, and how far the table lets it go. */
    private record Grant(Extent extent, String function, Optional<HeldMandate> mandate) {

        boolean reaches(Caller.Identified caller, Target target) {
            return switch (extent) {
                case NOTHING -> false;
                case OWN -> caller.account().equals(target.owner()) && covers(target);
                case REFERENTS -> target.isReferent() && covers(target);
                case MINISTRY -> covers(target);
                case EVERYTHING -> true;
            };
        }

        private boolean covers(Target target) {
            return mandate.map(held -> held.covers(target.organizations())).orElse(true);
        }

        @Nullable
        String id() {
            return mandate.map(HeldMandate::id).orElse(null);
        }
    }
}
