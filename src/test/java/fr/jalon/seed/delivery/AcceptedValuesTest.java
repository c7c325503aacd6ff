package fr.jalon.seed.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import fr.jalon.seed.Seed;
import fr.jalon.seed.SeedCases;
import fr.jalon.seed.file.SeedFile;
import fr.jalon.seed.load.SeedGraph;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What a check accepts as a value, an import takes as it is, in every writing. */
class AcceptedValuesTest {

    private static final String TRANSCRIBED = "transcribed: true\n    document: document/plan-2021";

    private static final String ACTION = """
            document: document/plan-2021
            actions:
              - id: action/spm-a01
                code: A01
                title: Ouvrir
                roadmap: roadmap/spm-2021
                indicators:
                  - label: Part
                    %s: %s
                    at: 1
                at: [1, 2]
            """;

    @Property(tries = 150)
    void a_value_that_is_accepted_goes_through_an_import_as_it_is(
            @ForAll("fields") String field, @ForAll("values") String value) throws IOException {
        List<SeedFile> files = new ArrayList<>(SeedCases.files("base").stream()
                .map(file -> new SeedFile(file.path(), file.text().replace("transcribed: true", TRANSCRIBED)))
                .toList());
        files.add(new SeedFile("actions.yaml", ACTION.formatted(field, value)));
        Seed before = new Seed(SeedCases.CONTRACT, files);
        if (!before.check().isEmpty()) {
            return;
        }
        Path folder = Files.createTempDirectory("jalon-values");
        try {
            write(folder, files);
            Path sheet = folder.resolve("sheet.csv");
            Files.write(sheet, new DeliveryTemplate(before).bytes(sheet, "roadmap/spm-2021"));
            Delivery same = Delivery.of(sheet, "roadmap/spm-2021", folder, SeedCases.CONTRACT);
            assertThat(same.problems()).isEmpty();
            assertThat(same.changes()).isEmpty();
            Files.writeString(sheet, Files.readString(sheet).replace("Ouvrir", "Fermer"));

            Delivery delivery = Delivery.of(sheet, "roadmap/spm-2021", folder, SeedCases.CONTRACT);

            assertThat(delivery.problems()).isEmpty();
            SeedCopy.write(delivery, folder);
            assertThat(indicator(Seed.of(folder, SeedCases.CONTRACT))).isEqualTo(indicator(before));
            Files.writeString(sheet, Files.readString(sheet).replace("Part", "Nombre"));
            Delivery other = Delivery.of(sheet, "roadmap/spm-2021", folder, SeedCases.CONTRACT);
            assertThat(other.problems()).isEmpty();
        } finally {
            delete(folder);
        }
    }

    private static Map<String, Object> indicator(Seed seed) {
        return SeedGraph.of(seed).nodes().stream()
                .filter(node -> node.id().contains("/indicator/"))
                .findFirst()
                .map(node -> (Map<String, Object>) new TreeMap<>(node.properties()))
                .orElseThrow();
    }

    @Provide
    Arbitrary<String> fields() {
        return Arbitraries.of("baseline", "target", "unit", "due", "toBeDefined", "scale");
    }

    @Provide
    Arbitrary<String> values() {
        return Arbitraries.oneOf(
                Arbitraries.of(
                        "-5",
                        "-0",
                        "0",
                        "00",
                        "010",
                        "-010",
                        "1_000",
                        "1:30",
                        "0x1F",
                        "0b1",
                        "1e3",
                        "1.5e3",
                        "+5",
                        ".5",
                        "5.",
                        "0.10",
                        "-0.50",
                        "1234567890",
                        "12345678901",
                        "9007199254740993",
                        "2147483648",
                        ".inf",
                        ".nan",
                        "~",
                        "null",
                        "yes",
                        "no",
                        "on",
                        "off",
                        "true",
                        "false",
                        "True",
                        "\"5\"",
                        "\"true\"",
                        "2022",
                        "2022-05",
                        "\"2022\"",
                        "S1 2022",
                        "2022-02-31",
                        "0000",
                        "9999",
                        "%",
                        "\"%\"",
                        "'a b'",
                        "jours",
                        "OUI_NON",
                        "\"NO\"",
                        "2.10",
                        "\"2.10\"",
                        "=",
                        "<<"),
                Arbitraries.integers().map(String::valueOf),
                Arbitraries.longs().map(String::valueOf),
                Arbitraries.bigDecimals().map(BigDecimal::toPlainString),
                Arbitraries.doubles().map(String::valueOf));
    }

    private static void write(Path folder, List<SeedFile> files) throws IOException {
        for (SeedFile each : files) {
            Files.createDirectories(folder.resolve(each.path()).resolveSibling(""));
            Files.writeString(folder.resolve(each.path()), each.text());
        }
    }

    private static void delete(Path folder) throws IOException {
        try (var paths = Files.walk(folder)) {
            for (Path each : paths.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(each);
            }
        }
    }
}
