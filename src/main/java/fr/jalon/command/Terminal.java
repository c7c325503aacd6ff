package fr.jalon.command;

import java.io.FileDescriptor;
import java.io.PrintWriter;
import java.util.Optional;
import java.util.function.Supplier;
import picocli.CommandLine;

/** What a command is to whoever starts it: words in, text in UTF-8 out, one line for a failure and an exit code. */
public final class Terminal {

    private Terminal() {}

    /** Runs a command in this process, which is to end with the code that is returned. */
    public static int run(String[] arguments, Supplier<CommandLine> commands) {
        MachineLocale.pin();
        CommandLog.choose(arguments);
        Thread.setDefaultUncaughtExceptionHandler(Failures::inThread);
        StandardOutput output = new StandardOutput();
        PrintWriter out = output.writer();
        PrintWriter errors = MachineLocale.writer(FileDescriptor.err);
        int code = Failures.guard(() -> run(arguments, commands, out, errors), errors);
        out.flush();
        return Failures.ofOutput(output, errors, code);
    }

    private static int run(String[] arguments, Supplier<CommandLine> commands, PrintWriter out, PrintWriter errors) {
        Optional<String> unreadable =
                MachineLocale.unreadable(arguments, System.getenv(), System.getProperty("user.dir"));
        unreadable.ifPresent(sentence -> errors.println("jalon: " + sentence));
        return unreadable.isPresent()
                ? Failures.USAGE
                : commands.get().setOut(out).setErr(errors).execute(arguments);
    }

    /** The same commands, which read the values of options and fail in the same way. */
    public static CommandLine prepare(CommandLine commands) {
        return GivenValues.readBy(commands)
                .setDefaultValueProvider(new EnvironmentDefaults(System.getenv()))
                .setExecutionStrategy(Failures::execute)
                .setExecutionExceptionHandler(new Failures())
                .setParameterExceptionHandler(new Failures())
                .setUsageHelpAutoWidth(true);
    }
}
