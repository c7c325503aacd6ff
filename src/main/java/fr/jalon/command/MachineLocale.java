package fr.jalon.command;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Keeps the locale of the machine from what the program writes, and refuses what it keeps from being read. */
final class MachineLocale {

    private static final String REPLACED = "\ufffd";

    private MachineLocale() {}

    /** Libraries, too, write numbers and sentences alike on every machine; to be called before any of them is loaded. */
    static void pin() {
        Locale.setDefault(Locale.ROOT);
    }

    /** Writes UTF-8 whatever the locale, for answers and summaries go to files and pipes. */
    static PrintWriter writer(FileDescriptor stream) {
        return new PrintWriter(new OutputStreamWriter(new FileOutputStream(stream), StandardCharsets.UTF_8), true);
    }

    /**
     * What the program was given with letters that the charset of the locale could not read, as a sentence that says how to
     * start it instead; file names could not be told with them either.
     */
    static Optional<String> unreadable(String[] arguments, Map<String, String> environment, String folder) {
        Stream<String> settings = environment.entrySet().stream()
                .filter(each -> each.getKey().startsWith("JALON_"))
                .map(each -> each.getKey() + "=" + each.getValue());
        return Stream.of(Arrays.stream(arguments), settings, Stream.of(folder))
                .flatMap(each -> each)
                .filter(each -> each.contains(REPLACED))
                .findFirst()
                .map(each ->
                        ("\"%s\" holds letters beyond the charset of the locale, %s; set LC_ALL to a locale of UTF-8,"
                                        + " such as C.UTF-8")
                                .formatted(each, System.getProperty("sun.jnu.encoding")));
    }
}
