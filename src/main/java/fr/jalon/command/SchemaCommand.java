package fr.jalon.command;

import fr.jalon.schema.Contract;
import fr.jalon.seed.file.SeedSchema;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Prints the contract, or the JSON Schema of seed files that is derived from it. */
@Command(name = "schema", description = "Prints the GraphQL schema as clients are served it.")
public final class SchemaCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Option(
            names = "--seed-files",
            arity = "0..1",
            fallbackValue = "true",
            description = "Print the JSON Schema of seed files instead.")
    private boolean seedFiles;

    /** A command yet without options. */
    public SchemaCommand() {}

    @Override
    public Integer call() {
        Contract contract = Contract.packaged();
        spec.commandLine().getOut().print(seedFiles ? SeedSchema.of(contract) : contract.servedText());
        spec.commandLine().getOut().flush();
        return 0;
    }
}
