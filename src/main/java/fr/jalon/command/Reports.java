package fr.jalon.command;

import fr.jalon.seed.load.LoadReport;
import java.io.PrintWriter;

/** Prints what loading a seed did. */
final class Reports {

    private Reports() {}

    static void print(LoadReport report, PrintWriter out) {
        int total = report.types().values().stream()
                .mapToInt(LoadReport.Counts::total)
                .sum();
        String over = report.before().isLoaded() && !report.before().equals(report.seed())
                ? " over that of " + report.before().title()
                : "";
        out.printf(
                "Seed of %s loaded%s: %s nodes, %s changes.%n", report.seed().title(), over, total, report.changes());
        report.types().forEach((type, counts) -> {
            if (counts.created() + counts.changed() + counts.removed() > 0) {
                out.printf(
                        "  %-14s %5s created, %s changed, %s removed%n",
                        type, counts.created(), counts.changed(), counts.removed());
            }
        });
        out.flush();
    }
}
