package fr.jalon.bench;

import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * How fast the server is, beside the driver alone, and what it takes.
 *
 * <p>Run by {@code mvn -q -B -Dskip.web=true test-compile exec:exec@bench}, which takes a quarter of an hour besides
 * making the graphs once; {@code -Dbench=latency,peers} runs some sections only. Load, server and database share the
 * machine, so figures compare within a run, not between machines.
 */
final class Benchmark {

    private Benchmark() {}

    /** Arguments: the sections, separated by commas, and the folder for the graphs. */
    public static void main(String[] arguments) {
        Map<String, Section> sections = new LinkedHashMap<>();
        sections.put("latency", new LatencySection());
        sections.put("throughput", new ThroughputSection());
        sections.put("size", new SizeSection());
        sections.put("peers", new PeersSection());
        sections.put("first", new FirstSection());
        sections.put("varied", new VariedSection());
        sections.put("reports", new ReportsSection());
        sections.put("memory", new MemorySection());
        List<String> wanted = List.of(arguments[0].split(","));
        if (!sections.keySet().containsAll(wanted)) {
            System.err.printf("-Dbench=%s: expected some of %s%n", arguments[0], sections.keySet());
            System.exit(2);
        }
        Graphs graphs = new Graphs(Path.of(arguments[1]));
        sections.keySet().retainAll(wanted);
        sections.forEach((name, section) -> {
            System.out.printf("%n%s: %s%n", name, machine());
            section.run(graphs);
        });
        System.exit(0);
    }

    private static String machine() {
        return String.format(
                Locale.ROOT,
                "%s cores, load %.1f before, JDK %s",
                Runtime.getRuntime().availableProcessors(),
                ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage(),
                Runtime.version());
    }
}
