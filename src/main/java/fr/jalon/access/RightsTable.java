package fr.jalon.access;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/** The table of rights, {@code access/rights.csv}: a row an act, a column a function. */
record RightsTable(Map<Act, Row> rows) {

    private static final String FILE = "/access/rights.csv";

    static RightsTable read() {
        Map<Act, Row> rows = new EnumMap<>(Act.class);
        lines().stream().filter(line -> !line.startsWith("#")).skip(1).forEach(line -> {
            List<String> cells =
                    Arrays.stream(line.split("\\|")).map(String::strip).toList();
            rows.put(Act.valueOf(cells.get(0)), Row.of(cells));
        });
        return new RightsTable(rows);
    }

    /** An act that the table does not have is a fault of the program. */
    Row row(Act act) {
        return Objects.requireNonNull(rows.get(act), () -> FILE + " has no row " + act);
    }

    private static List<String> lines() {
        try (InputStream file = Objects.requireNonNull(RightsTable.class.getResourceAsStream(FILE))) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** How far each function goes in one act, and the scope that a token needs for it. */
    record Row(Scope scope, Extent referent, Extent amdac, Extent secretariat, Extent administrator, Extent account) {

        private static Row of(List<String> cells) {
            List<Extent> extents = cells.stream().skip(2).map(Extent::of).toList();
            return new Row(
                    Scope.valueOf(cells.get(1)),
                    extents.get(0),
                    extents.get(1),
                    extents.get(2),
                    extents.get(3),
                    extents.get(4));
        }

        Extent extent(Role role) {
            return switch (role) {
                case SECRETARIAT -> secretariat;
                case ADMINISTRATOR -> administrator;
            };
        }

        /** Those who may by a role, as words of a sentence. */
        String roles() {
            return Arrays.stream(Role.values())
                    .filter(role -> extent(role) != Extent.NOTHING)
                    .map(role -> role == Role.SECRETARIAT ? "the secretariat" : "administrators")
                    .collect(Collectors.joining(" and "));
        }
    }
}
