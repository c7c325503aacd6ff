package fr.jalon.command;

import com.sun.management.HotSpotDiagnosticMXBean;
import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.util.Map;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Keeps little memory while nothing is asked: starting and loading need far more than answering. */
final class Memory {

    private static final Logger LOG = LoggerFactory.getLogger(Memory.class);

    private Memory() {}

    /**
     * Fails with {@link CommandException.Usage} where options give away more of the heap than there is.
     *
     * @param shares mebibytes by option
     */
    static void requireHeap(Map<String, Integer> shares) {
        long heap = Runtime.getRuntime().maxMemory() >> 20;
        long given = shares.values().stream().mapToLong(Integer::longValue).sum();
        if (given >= heap) {
            String each = shares.entrySet().stream()
                    .filter(share -> share.getValue() > 0)
                    .map(share -> share.getKey() + " " + share.getValue())
                    .collect(Collectors.joining(", "));
            throw new CommandException.Usage(
                    "%s: found %s MiB, expected less than the %s MiB that the program has (-Xmx)"
                            .formatted(each, given, heap));
        }
    }

    /** Fails with {@link CommandException.Usage} where an option gives away more than the machine has. */
    static void requireMachine(String option, int mebibytes) {
        OperatingSystemMXBean machine = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
        long all = machine.getTotalMemorySize() >> 20;
        if (mebibytes >= all) {
            throw new CommandException.Usage("%s: found %s MiB, expected less than the %s MiB that the machine has"
                    .formatted(option, mebibytes, all));
        }
    }

    /** Gives the heap that starting took back to the system, and lets the collector go on doing so when idle. */
    static void giveBack() {
        HotSpotDiagnosticMXBean machine = ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class);
        try {
            machine.setVMOption("MinHeapFreeRatio", "10");
            machine.setVMOption("MaxHeapFreeRatio", "30");
            machine.setVMOption("G1PeriodicGCInterval", "60000");
        } catch (IllegalArgumentException | NullPointerException e) {
            LOG.debug("This virtual machine decides by itself how much memory it keeps", e);
        }
        System.gc();
    }
}
