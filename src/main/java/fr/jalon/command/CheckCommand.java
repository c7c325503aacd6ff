package fr.jalon.command;

import fr.jalon.schema.Contract;
import fr.jalon.seed.Seed;
import fr.jalon.seed.check.FactSample;
import fr.jalon.seed.record.SeedProblem;
import fr.jalon.seed.source.SourceTexts;
import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Reads and checks the seed files without touching a graph. */
@Command(
        name = "check",
        description = "Checks the seed files and prints every problem, or the counts by type when there is none.")
public final class CheckCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Mixin
    private SeedOptions seed;

    @Option(
            names = "--sample",
            paramLabel = "COUNT",
            defaultValue = "0",
            converter = OptionValues.Amount.class,
            description =
                    "Print so many facts, drawn at random, each with the lines that state it, to be compared by a reader;"
                            + " needs --sources.")
    private int sample;

    @Option(
            names = "--draw",
            paramLabel = "NUMBER",
            defaultValue = "1",
            converter = OptionValues.Amount.class,
            description = "The random seed of the sample (default: ${DEFAULT-VALUE}).")
    private int draw;

    /** A command yet without options. */
    public CheckCommand() {}

    @Override
    public Integer call() {
        Seed facts = seed.seed(Contract.packaged());
        if (sample > 0 && facts.texts().isEmpty()) {
            throw new CommandException.Usage("--sample: found no texts to compare with, expected --sources FOLDER");
        }
        List<SeedProblem> problems = facts.check();
        PrintWriter out = spec.commandLine().getOut();
        if (problems.isEmpty()) {
            if (sample > 0) {
                new FactSample(facts.contract(), facts.draft(), facts.texts())
                        .draw(sample, draw)
                        .forEach(each -> print(each, out));
            }
            facts.documents().stream()
                    .filter(each -> !facts.texts().isEmpty()
                            && SourceTexts.hasText(each)
                            && facts.texts().text(each).isEmpty())
                    .forEach(each -> out.printf("%s was not compared: its text is not at hand%n", each.id()));
            facts.counts().forEach((type, count) -> out.printf("%6s %s%n", count, type));
            out.println("No problem.");
            out.flush();
            return 0;
        }
        problems.forEach(out::println);
        out.flush();
        spec.commandLine().getErr().printf("jalon: %s in the seed files%n", Failures.counted(problems.size()));
        return Failures.PROBLEMS;
    }

    private static void print(FactSample.Fact fact, PrintWriter out) {
        out.printf("%s %s: %s%n", fact.record(), fact.field(), fact.value());
        fact.reasons().forEach(reason -> out.printf("  inferred: %s%n", reason));
        fact.passages().forEach(passage -> out.println(passage.indent(4).stripTrailing()));
    }
}
