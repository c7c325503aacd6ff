package fr.jalon;

import fr.jalon.http.ListenException;
import fr.jalon.neo4j.GraphException;
import fr.jalon.seed.ExportException;
import fr.jalon.seed.InvalidSeedException;
import fr.jalon.seed.sheet.SheetException;
import fr.jalon.summary.SummaryException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/** Ends a command that fails with one line on standard error and a stable exit code. */
final class Failures implements IExecutionExceptionHandler, IParameterExceptionHandler {

    static final int PROBLEMS = 1;
    static final int USAGE = 2;
    static final int UNAVAILABLE = 3;
    static final int FAULT = 70;

    private static final Logger LOG = LoggerFactory.getLogger(Failures.class);

    @Override
    public int handleExecutionException(Exception failure, CommandLine commandLine, ParseResult parsed) {
        commandLine.getErr().println("jalon: " + message(failure));
        return code(failure);
    }

    @Override
    public int handleParseException(ParameterException failure, String[] arguments) {
        CommandLine commandLine = failure.getCommandLine();
        commandLine.getErr().println("jalon: " + failure.getMessage() + " (see --help)");
        return USAGE;
    }

    private static String message(Exception failure) {
        if (code(failure) == FAULT) {
            LOG.error("The command failed by a fault of the program", failure);
            return "the command failed by a fault of the program; the log says more";
        }
        if (failure instanceof InvalidSeedException invalid) {
            return "the seed has %d problems and was not loaded; the first is %s; `jalon check` lists them all"
                    .formatted(invalid.problems().size(), invalid.problems().get(0));
        }
        return String.valueOf(failure.getMessage());
    }

    private static int code(Exception failure) {
        if (failure instanceof UsageException || failure instanceof SheetException) {
            return USAGE;
        } else if (failure instanceof InvalidSeedException || failure instanceof ExportException) {
            return PROBLEMS;
        } else if (failure instanceof GraphException
                || failure instanceof ListenException
                || failure instanceof SummaryException) {
            return UNAVAILABLE;
        }
        return FAULT;
    }
}
