package fr.jalon.mutation;

import fr.jalon.access.AccountChanges;
import fr.jalon.access.Accounts;
import fr.jalon.access.Act;
import fr.jalon.access.Caller;
import fr.jalon.access.Decision;
import fr.jalon.access.Rights;
import fr.jalon.access.Target;
import fr.jalon.fact.FactTransaction;
import fr.jalon.fact.Origin;
import fr.jalon.fact.Report;
import fr.jalon.fact.Report.Subject;
import fr.jalon.fact.StoredNode;
import fr.jalon.mutation.MandateReports.Ties;
import fr.jalon.mutation.Mutation.Named;
import fr.jalon.mutation.UserError.Invalid;
import fr.jalon.neo4j.Graph;
import fr.jalon.neo4j.Transaction;
import fr.jalon.schema.Contract;
import fr.jalon.schema.Dimension;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Takes reports, each in one transaction: under the lock of the graph's revision it asks who may, whether it was taken
 * before and whether its author knows what stands; then it writes, and reads what is asked of the outcome.
 */
public final class Mutations {

    private static final String MINISTRY = "MINISTRY";

    private final Graph graph;
    private final Contract contract;
    private final Clock clock;
    private final Map<String, Mutation> mutations;

    /** @param clock in Europe/Paris */
    public Mutations(Graph graph, Contract contract, Clock clock) {
        this.graph = graph;
        this.contract = contract;
        this.clock = clock;
        Ties ties = (attempt, mandate, from, person) ->
                attempt.facts().read(transaction -> AccountChanges.closeTies(transaction, mandate, from, person));
        this.mutations = Stream.of(
                        new ActionReports.Progress(),
                        new ActionReports.Measurement(),
                        new ResourceReports.Opening(),
                        new DeadlineReports.Propose(),
                        new DeadlineReports.Accept(),
                        new DeadlineReports.Refuse(),
                        new MandateReports.NameHolder(ties),
                        new MandateReports.End(ties),
                        new ChangeReports.Arbitrate(),
                        new ChangeReports.Note(),
                        new ChangeReports.Verify(),
                        new ChangeReports.Withdraw())
                .collect(Collectors.toUnmodifiableMap(Mutation::name, Function.identity()));
    }

    /**
     * What became of a report.
     *
     * @param node id of what it is about, where there is such a thing
     * @param change id of the entry in its history; null where nothing was written
     */
    public record Outcome(@Nullable String node, @Nullable String change, List<UserError> errors) {}

    /** Whoever asks may not, or is not known. */
    public static final class DeniedException extends RuntimeException {

        private static final long serialVersionUID = 1L;

        private final transient Decision decision;

        DeniedException(Decision decision) {
            super("denied", null, false, false);
            this.decision = decision;
        }

        /** Why. */
        public Decision decision() {
            return decision;
        }
    }

    private Mutation mutation(String name) {
        return Objects.requireNonNull(mutations.get(name), name);
    }

    /**
     * Takes one report.
     *
     * @param input as coerced
     * @param reading reads what is asked of the outcome, as it stands in the same transaction
     * @throws DeniedException with nothing written
     */
    public <T> T run(
            String name, Map<String, Object> input, Caller caller, BiFunction<Transaction, Outcome, T> reading) {
        Mutation mutation = mutation(name);
        requireKnown(caller, mutation.act());
        return FactTransaction.write(graph, contract, Origin.REPORT, facts -> {
            Outcome outcome = attempt(facts, mutation, new Input(input), caller);
            return facts.read(transaction -> reading.apply(transaction, outcome));
        });
    }

    /** Whoever is not known need not wait for the lock to be told so. */
    private static void requireKnown(Caller caller, Act act) {
        if (Rights.decide(caller, act, Target.NOTHING) instanceof Decision.Unauthenticated unknown) {
            throw new DeniedException(unknown);
        }
    }

    private Outcome attempt(FactTransaction facts, Mutation mutation, Input input, Caller caller) {
        LocalDate today = LocalDate.now(clock);
        Caller current = facts.read(transaction -> Accounts.caller(transaction, caller, clock.instant()));
        requireKnown(current, mutation.act());
        Caller.Identified known = (Caller.Identified) current;
        String id = input.required(mutation.named().key());
        Optional<Subject> named = Attempt.find(facts, id)
                .filter(found -> isA(found, mutation.named().type()));
        if (named.isEmpty()) {
            return new Outcome(null, null, List.of(notFound(mutation.named(), id)));
        }
        Subject about = about(facts, mutation.named(), named.get());
        Decision.Granted granted = granted(facts, known, mutation, about, named.get());
        try {
            Attempt attempt = new Attempt(facts, contract, input, about, named.get(), known.account(), today);
            return written(
                    attempt,
                    mutation,
                    new Report.Author(
                            granted.function(),
                            known.account(),
                            granted.mandate(),
                            known.channel().name()));
        } catch (Invalid invalid) {
            return new Outcome(about.id(), null, List.of(invalid.error()));
        }
    }

    private Outcome written(Attempt attempt, Mutation mutation, Report.Author author) {
        Optional<Report.Receipt> receipt = Receipts.of(mutation.name(), attempt.input(), attempt.account());
        Optional<Outcome> before = receipt.flatMap(each -> Receipts.find(attempt.facts(), each));
        if (before.isPresent()) {
            return before.get();
        }
        requireVersion(attempt);
        Report report = mutation.report(attempt);
        Report.Entry entry = attempt.facts().report(report, author, clock.instant());
        mutation.follow(attempt);
        receipt.ifPresent(each -> attempt.facts().keep(each, report.about().id(), entry.number()));
        return new Outcome(report.about().id(), entry.id(), List.of());
    }

    private static void requireVersion(Attempt attempt) {
        Long expected = attempt.input().expectedVersion();
        String id = attempt.about().id();
        StoredNode node =
                Objects.requireNonNull(attempt.facts().nodes(List.of(id)).get(id));
        if (expected != null && expected != node.version()) {
            String message = "%s is at version %s, not %s: somebody reported in the meantime. Look at it again.";
            throw new Invalid(new UserError(
                    UserError.Code.CONFLICT,
                    List.of("input", "expectedVersion"),
                    message.formatted(id, node.version(), expected),
                    String.valueOf(node.version())));
        }
    }

    private Decision.Granted granted(
            FactTransaction facts, Caller caller, Mutation mutation, Subject about, Subject named) {
        Target target = target(facts, about, named);
        Decision decision = Rights.decide(caller, mutation.act(), target);
        if (decision instanceof Decision.Granted granted) {
            return granted;
        }
        throw new DeniedException(decision);
    }

    private Target target(FactTransaction facts, Subject about, Subject named) {
        Set<String> ministries = ministries(facts, about);
        if (named.type().name().equals("Change")) {
            return Target.change(text(facts, named, "account"), ministries);
        }
        return about.type().name().equals("Mandate")
                ? Target.mandate(text(facts, about, "kind"), ministries)
                : Target.of(ministries);
    }

    private static String text(FactTransaction facts, Subject of, String property) {
        StoredNode node = Objects.requireNonNull(facts.nodes(List.of(of.id())).get(of.id()));
        return Objects.requireNonNull(node.properties().get(property), property).toString();
    }

    /** The ministries that a node belongs to: those by which the contract groups nodes of its type. */
    private Set<String> ministries(FactTransaction facts, Subject about) {
        return contract.dimensionOf(about.type(), MINISTRY)
                .flatMap(Dimension::path)
                .map(path -> Set.copyOf(facts.ends(about.id(), path)))
                .orElse(Set.of());
    }

    private Subject about(FactTransaction facts, Named naming, Subject named) {
        if (naming.owner().isEmpty()) {
            return named;
        }
        return facts
                .ends(
                        named.id(),
                        named.type().relationship(naming.owner()).orElseThrow().route())
                .stream()
                .flatMap(id -> Attempt.find(facts, id).stream())
                .findFirst()
                .orElse(named);
    }

    private boolean isA(Subject found, String type) {
        return contract.type(type).members().contains(found.type().name());
    }

    private static UserError notFound(Named named, String id) {
        String message = "%s is no %s of the graph.".formatted(id, named.type().toLowerCase(Locale.ROOT));
        return new UserError(UserError.Code.NOT_FOUND, List.of("input", named.key()), message, null);
    }
}
