package fr.jalon;

import fr.jalon.command.AccountCommand;
import fr.jalon.command.CheckCommand;
import fr.jalon.command.ExportCommand;
import fr.jalon.command.ImportCommand;
import fr.jalon.command.LoadCommand;
import fr.jalon.command.QueryCommand;
import fr.jalon.command.SchemaCommand;
import fr.jalon.command.ServeCommand;
import fr.jalon.command.SummaryCommand;
import fr.jalon.command.TemplateCommand;
import fr.jalon.command.Terminal;
import fr.jalon.command.TokenCommand;
import fr.jalon.execution.ComputedField;
import fr.jalon.summary.SummaryField;
import java.util.List;
import picocli.CommandLine;

/** The wiring: which commands there are, and what each is made of. */
public final class Application {

    /** The root fields that the contract wants computed. */
    static final List<ComputedField> COMPUTED = List.of(new SummaryField());

    private Application() {}

    /** All commands, as they are run in a process and in tests. */
    public static CommandLine commandLine() {
        CommandLine jalon = new CommandLine(new Jalon())
                .addSubcommand(new ServeCommand(COMPUTED))
                .addSubcommand(new CheckCommand())
                .addSubcommand(new LoadCommand())
                .addSubcommand(new TemplateCommand())
                .addSubcommand(new ImportCommand())
                .addSubcommand(new ExportCommand())
                .addSubcommand(new QueryCommand(COMPUTED))
                .addSubcommand(new SummaryCommand(COMPUTED))
                .addSubcommand(new SchemaCommand())
                .addSubcommand(new AccountCommand())
                .addSubcommand(new TokenCommand());
        return Terminal.prepare(jalon);
    }
}
