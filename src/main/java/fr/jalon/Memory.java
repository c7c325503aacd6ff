package fr.jalon;

import com.sun.management.HotSpotDiagnosticMXBean;
import java.lang.management.ManagementFactory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Keeps little memory while nothing is asked: starting and loading need far more than answering. */
final class Memory {

    private static final Logger LOG = LoggerFactory.getLogger(Memory.class);

    private Memory() {}

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
