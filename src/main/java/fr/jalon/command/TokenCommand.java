package fr.jalon.command;

import fr.jalon.access.Scope;
import fr.jalon.access.Tokens;
import fr.jalon.period.LegalTime;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Makes, lists and revokes the tokens by which programs are known. */
@Command(
        name = "token",
        description = "Makes, lists and revokes tokens, by which programs are known to a server.",
        subcommands = {TokenCommand.Create.class, TokenCommand.Listing.class, TokenCommand.Revoke.class})
public final class TokenCommand implements Runnable {

    @Spec
    private CommandSpec spec;

    /** A command yet without options. */
    public TokenCommand() {}

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Say what to do with tokens: create, list or revoke");
    }

    private static String time(Instant instant) {
        return DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT)
                .format(instant.atZone(LegalTime.clock().getZone()));
    }

    /** Makes a token. */
    @Command(
            name = "create",
            description = "Makes a token and prints it on standard output, once: the graph keeps its SHA-256 alone.")
    static final class Create implements Callable<Integer> {

        @Spec
        private CommandSpec spec;

        @Mixin
        private AccessOptions access;

        @Option(names = "--account", paramLabel = "ACCOUNT", required = true, description = "Whose token it is.")
        private String account;

        @Option(names = "--name", paramLabel = "NAME", required = true, description = "What it is for, in a few words.")
        private String name;

        @Option(
                names = "--scope",
                paramLabel = "SCOPE",
                split = ",",
                defaultValue = "read",
                description = "What it lets a program do: read, report, administer; several separated by commas"
                        + " (default: ${DEFAULT-VALUE}). Never more than the account may.")
        private List<String> scopes;

        @Option(
                names = "--days",
                paramLabel = "DAYS",
                defaultValue = "90",
                converter = OptionValues.Limit.class,
                description = "How long it holds, at most " + Tokens.MOST_DAYS + " days (default: ${DEFAULT-VALUE}).")
        private int days;

        @Override
        public Integer call() {
            Tokens.Wanted wanted = new Tokens.Wanted(
                    AccessOptions.account(account),
                    name,
                    AccessOptions.constants("--scope", Scope.class, scopes),
                    days);
            Tokens.Created created = access.with(
                    directory -> directory.change(transaction -> Tokens.create(transaction, wanted, Instant.now())));
            spec.commandLine().getOut().println(created.secret());
            spec.commandLine().getOut().flush();
            spec.commandLine()
                    .getErr()
                    .printf(
                            "jalon: %s of %s holds until %s; this is the only time that it is shown%n",
                            created.id(), wanted.account(), time(created.expires()));
            return 0;
        }
    }

    /** Lists tokens. */
    @Command(name = "list", description = "Lists tokens, never the secrets.")
    static final class Listing implements Callable<Integer> {

        @Spec
        private CommandSpec spec;

        @Mixin
        private AccessOptions access;

        @Option(names = "--account", paramLabel = "ACCOUNT", description = "Whose tokens (default: all).")
        private @Nullable String account;

        @Override
        public Integer call() {
            String owner = account == null ? null : AccessOptions.account(account);
            List<Tokens.Listed> tokens =
                    access.with(directory -> directory.read(transaction -> Tokens.list(transaction, owner)));
            tokens.forEach(this::print);
            spec.commandLine().getOut().flush();
            return 0;
        }

        private void print(Tokens.Listed token) {
            Instant used = token.lastUsed();
            spec.commandLine()
                    .getOut()
                    .printf(
                            "%s  %s…  %s  \"%s\"  %s  %s %s, %s%n",
                            token.id(),
                            token.prefix(),
                            token.account(),
                            token.name(),
                            AccessOptions.written(token.scopes()),
                            token.revoked() ? "revoked, would have held until" : "until",
                            time(token.expires()),
                            used == null ? "never used" : "last used " + time(used));
        }
    }

    /** Revokes a token. */
    @Command(name = "revoke", description = "Revokes a token: from then on it is refused.")
    static final class Revoke implements Callable<Integer> {

        @Spec
        private CommandSpec spec;

        @Mixin
        private AccessOptions access;

        @Parameters(
                paramLabel = "TOKEN",
                description = "Its id as `jalon token list` shows it, token/…, not the secret.")
        private String token;

        @Override
        public Integer call() {
            if (!token.startsWith("token/")) {
                throw new CommandException.Usage(
                        "that is no id of a token; expected one such as token/4f0c2a91bd, as `jalon token list` shows it");
            }
            access.with(directory -> directory.change(transaction -> {
                Tokens.revoke(transaction, token, Instant.now());
                return token;
            }));
            spec.commandLine().getOut().printf("%s is revoked.%n", token);
            spec.commandLine().getOut().flush();
            return 0;
        }
    }
}
