package fr.jalon;

import fr.jalon.seed.load.LoadReport;
import java.io.PrintWriter;

/** Prints what loading a seed did. */
final class Reports {

    private Reports() {}

    static void print(LoadReport report, PrintWriter out) {
        int total = report.types().values().stream()
                .mapToInt(LoadReport.Counts::total)
                .sum();
        out.printf("Seed of %s nodes loaded: %s changes.%n", total, report.changes());
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
