package fr.jalon.command;

import fr.jalon.access.Account;
import fr.jalon.access.AccountChanges;
import fr.jalon.access.Role;
import fr.jalon.neo4j.Transaction;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Makes and changes the accounts of who may change something; the first administrator is made so. */
@Command(
        name = "account",
        description = "Makes and changes accounts: who may report, by which mandate, and who keeps the accounts.",
        subcommands = {
            AccountCommand.Create.class,
            AccountCommand.Listing.class,
            AccountCommand.Tie.class,
            AccountCommand.Untie.class,
            AccountCommand.Disable.class
        })
public final class AccountCommand implements Runnable {

    @Spec
    private CommandSpec spec;

    /** A command yet without options. */
    public AccountCommand() {}

    @Override
    public void run() {
        throw new ParameterException(
                spec.commandLine(), "Say what to do with accounts: create, list, tie, untie or disable");
    }

    private static void change(AccessOptions access, CommandSpec spec, Consumer<Transaction> work, String done) {
        access.with(directory -> directory.change(transaction -> {
            work.accept(transaction);
            return done;
        }));
        spec.commandLine().getOut().println(done);
        spec.commandLine().getOut().flush();
    }

    /** Makes an account. */
    @Command(name = "create", description = "Makes an account of a person, or of a program that only has tokens.")
    static final class Create implements Callable<Integer> {

        @Spec
        private CommandSpec spec;

        @Mixin
        private AccessOptions access;

        @Parameters(paramLabel = "ACCOUNT", description = "Its id, as jeanne-martin.")
        private String account;

        @Option(names = "--name", paramLabel = "NAME", required = true, description = "For administrators to read.")
        private String name;

        @Option(
                names = "--email",
                paramLabel = "EMAIL",
                description = "By which the provider of identities knows the person at the first sign-in.")
        private @Nullable String email;

        @Option(names = "--issuer", paramLabel = "ADDRESS", description = "Provider that knows the account already.")
        private @Nullable String issuer;

        @Option(names = "--subject", paramLabel = "SUBJECT", description = "By which that provider knows it.")
        private @Nullable String subject;

        @Option(
                names = "--person",
                paramLabel = "PERSON",
                description = "Who it is in the graph, as person/jeanne-martin: as long as a mandate is theirs, naming"
                        + " them again ends nothing.")
        private @Nullable String person;

        @Option(
                names = "--role",
                paramLabel = "ROLE",
                split = ",",
                description = "secretariat, which keeps the whole graph, or administrator, who keeps the accounts;"
                        + " or both (default: none).")
        private @Nullable List<String> roles;

        @Override
        public Integer call() {
            if ((issuer == null) != (subject == null)) {
                throw new CommandException.Usage("--issuer and --subject: found one of them, expected both or none");
            }
            if (email != null && !email.matches("[^\\s@]+@[^\\s@]+")) {
                throw new CommandException.Usage(
                        "--email: found \"%s\", expected an address such as jeanne.martin@exemple.gouv.fr"
                                .formatted(email));
            }
            Account made = new Account(
                    AccessOptions.account(account),
                    name.strip(),
                    email == null ? null : email.toLowerCase(Locale.ROOT),
                    issuer,
                    subject,
                    person,
                    AccessOptions.constants("--role", Role.class, roles == null ? List.of() : roles));
            change(
                    access,
                    spec,
                    transaction -> AccountChanges.create(transaction, made, Instant.now()),
                    "%s is made.".formatted(made.id()));
            return 0;
        }
    }

    /** Lists accounts. */
    @Command(name = "list", description = "Lists accounts, their roles and the mandates they are tied to.")
    static final class Listing implements Callable<Integer> {

        @Spec
        private CommandSpec spec;

        @Mixin
        private AccessOptions access;

        @Override
        public Integer call() {
            access.with(directory -> directory.read(AccountChanges::list)).forEach(this::print);
            spec.commandLine().getOut().flush();
            return 0;
        }

        private void print(Account.Listed listed) {
            Account account = listed.account();
            spec.commandLine()
                    .getOut()
                    .printf(
                            "%s  \"%s\"%s%s%s%n",
                            account.id(),
                            account.name(),
                            account.email() == null ? "" : "  " + account.email(),
                            account.roles().isEmpty() ? "" : "  " + AccessOptions.written(account.roles()),
                            listed.disabled() ? "  disabled" : "");
            listed.ties().forEach(tie -> spec.commandLine().getOut().println("  " + tie));
        }
    }

    /** Ties an account to a mandate. */
    @Command(name = "tie", description = "Lets an account act by a mandate.")
    static final class Tie implements Callable<Integer> {

        @Spec
        private CommandSpec spec;

        @Mixin
        private AccessOptions access;

        @Parameters(index = "0", paramLabel = "ACCOUNT", description = "Which account.")
        private String account;

        @Parameters(index = "1", paramLabel = "MANDATE", description = "Which mandate, as mandate/amdac-mtfp.")
        private String mandate;

        @Option(names = "--from", paramLabel = "DAY", description = "First day (default: today).")
        private @Nullable String from;

        @Option(
                names = "--until",
                paramLabel = "DAY",
                description = "Day on which it does not hold any more (default: until the mandate ends).")
        private @Nullable String until;

        @Override
        public Integer call() {
            String id = AccessOptions.account(account);
            LocalDate first = AccessOptions.day("--from", from);
            LocalDate end = until == null ? null : AccessOptions.day("--until", until);
            change(
                    access,
                    spec,
                    transaction -> AccountChanges.tie(transaction, id, mandate, first, end),
                    "%s acts by %s from %s on.".formatted(id, mandate, first));
            return 0;
        }
    }

    /** Ends what ties an account to a mandate. */
    @Command(name = "untie", description = "Ends that an account acts by a mandate; what it reported stays.")
    static final class Untie implements Callable<Integer> {

        @Spec
        private CommandSpec spec;

        @Mixin
        private AccessOptions access;

        @Parameters(index = "0", paramLabel = "ACCOUNT", description = "Which account.")
        private String account;

        @Parameters(index = "1", paramLabel = "MANDATE", description = "Which mandate.")
        private String mandate;

        @Option(
                names = "--on",
                paramLabel = "DAY",
                description = "Day on which it does not hold any more (default: today).")
        private @Nullable String day;

        @Override
        public Integer call() {
            String id = AccessOptions.account(account);
            LocalDate end = AccessOptions.day("--on", day);
            change(
                    access,
                    spec,
                    transaction -> AccountChanges.untie(transaction, id, mandate, end),
                    "%s does not act by %s from %s on.".formatted(id, mandate, end));
            return 0;
        }
    }

    /** Disables an account. */
    @Command(name = "disable", description = "Refuses an account, its tokens and sessions; what it reported stays.")
    static final class Disable implements Callable<Integer> {

        @Spec
        private CommandSpec spec;

        @Mixin
        private AccessOptions access;

        @Parameters(paramLabel = "ACCOUNT", description = "Which account.")
        private String account;

        @Override
        public Integer call() {
            String id = AccessOptions.account(account);
            change(
                    access,
                    spec,
                    transaction -> AccountChanges.disable(transaction, id, Instant.now()),
                    "%s is disabled.".formatted(id));
            return 0;
        }
    }
}
