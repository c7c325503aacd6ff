package fr.jalon.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The heap of another process of this machine, by the tools of the JDK.
 *
 * @param process its number
 */
record Heap(long process) {

    private static final Pattern USED = Pattern.compile("used (\\d+)K");
    private static final double KIB_PER_MIB = 1024;

    /** MiB in use once everything that nobody refers to is gone. */
    double used() {
        told("GC.run");
        Matcher used = USED.matcher(told("GC.heap_info"));
        if (!used.find()) {
            throw new IllegalStateException("jcmd GC.heap_info does not tell how much is used");
        }
        return Long.parseLong(used.group(1)) / KIB_PER_MIB;
    }

    private String told(String command) {
        Path jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd");
        try {
            Process asking = new ProcessBuilder(jcmd.toString(), String.valueOf(process), command)
                    .redirectErrorStream(true)
                    .start();
            return new String(asking.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
