package fr.jalon.access;

import fr.jalon.access.Caller.Fault;
import fr.jalon.access.Credential.Kept;
import fr.jalon.neo4j.Transaction;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Who the callers are, as the graph says at the moment; reads only. */
public final class Accounts {

    /** In which a day begins and ends. */
    static final ZoneId PARIS = ZoneId.of("Europe/Paris");

    private Accounts() {}

    /** Whoever brings that credential, with the mandates of the day, or why it is not good. */
    public static Caller caller(Transaction transaction, Credential credential, Channel channel, Instant now) {
        return look(transaction, credential, channel, now).caller();
    }

    /**
     * The same caller as the graph says at the moment: within a transaction that writes, and behind its lock, whoever lost a
     * right a moment ago has lost it.
     */
    public static Caller caller(Transaction transaction, Caller before, Instant now) {
        if (!(before instanceof Caller.Identified known)) {
            return before;
        }
        if (known.credential() != null) {
            return caller(transaction, known.credential(), known.channel(), now);
        }
        List<@Nullable Object[]> rows = transaction.run(CallerStatements.account(known.account(), day(now)));
        return rows.isEmpty()
                ? new Caller.Refused(Fault.NO_ACCOUNT, known.channel())
                : identified(rows.get(0), known.scopes(), known.channel(), null);
    }

    /** The day in France. */
    static LocalDate day(Instant now) {
        return now.atZone(PARIS).toLocalDate();
    }

    /**
     * A caller, and by which token.
     *
     * @param token its id, if it is one
     * @param lastUsed when its use was noted, if ever
     */
    record Look(
            Caller caller, @Nullable String token, @Nullable Instant lastUsed) {}

    static Look look(Transaction transaction, Credential credential, Channel channel, Instant now) {
        List<@Nullable Object[]> rows = transaction.run(CallerStatements.of(credential, day(now)));
        if (rows.isEmpty()) {
            boolean vouched = credential instanceof Credential.Subject;
            return new Look(new Caller.Refused(vouched ? Fault.NO_ACCOUNT : Fault.UNKNOWN, channel), null, null);
        }
        @Nullable Object[] row = rows.get(0);
        return new Look(
                caller(row, credential, channel, now), row[8] == null ? null : String.valueOf(row[8]), instant(row[9]));
    }

    private static Caller caller(@Nullable Object[] row, Credential credential, Channel channel, Instant now) {
        if (credential instanceof Kept kept && !Secrets.same(kept.hash(), String.valueOf(row[7]))) {
            return new Caller.Refused(Fault.UNKNOWN, channel);
        }
        if (Boolean.TRUE.equals(row[6])) {
            return new Caller.Refused(Fault.REVOKED, channel);
        }
        Instant expires = instant(row[5]);
        if (expires != null && !now.isBefore(expires)) {
            return new Caller.Refused(Fault.EXPIRED, channel);
        }
        return credential instanceof Credential.Subject subject
                ? identified(row, subject.scopes(), channel, null)
                : identified(row, constants(Scope.class, row[4]), channel, (Kept) credential);
    }

    private static Caller identified(
            @Nullable Object[] row, Set<Scope> scopes, Channel channel, @Nullable Kept credential) {
        if (Boolean.TRUE.equals(row[2])) {
            return new Caller.Refused(Fault.DISABLED, channel);
        }
        List<HeldMandate> mandates =
                list(row[3]).stream().map(each -> mandate(list(each))).toList();
        return new Caller.Identified(
                String.valueOf(row[0]), mandates, constants(Role.class, row[1]), scopes, channel, credential);
    }

    private static HeldMandate mandate(List<?> row) {
        Set<String> ids = new TreeSet<>();
        Set<String> names = new TreeSet<>();
        for (Object organization : list(row.get(3))) {
            ids.add(String.valueOf(list(organization).get(0)));
            names.add(String.valueOf(list(organization).get(1)));
        }
        // A referent of a directorate is one of its ministry.
        list(row.get(4)).forEach(above -> ids.add(String.valueOf(above)));
        String function = names.isEmpty() ? String.valueOf(row.get(2)) : row.get(2) + ", " + String.join(", ", names);
        return new HeldMandate(String.valueOf(row.get(0)), String.valueOf(row.get(1)), function, ids);
    }

    static <E extends Enum<E>> Set<E> constants(Class<E> type, @Nullable Object names) {
        return list(names).stream()
                .map(name -> Enum.valueOf(type, String.valueOf(name)))
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(type)));
    }

    static @Nullable Instant instant(@Nullable Object value) {
        return value instanceof OffsetDateTime time ? time.toInstant() : null;
    }

    static List<?> list(@Nullable Object value) {
        return value instanceof List<?> list ? list : List.of();
    }
}
