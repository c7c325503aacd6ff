package fr.jalon.seed.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import fr.jalon.seed.SeedCases;
import fr.jalon.seed.file.SeedFile;
import fr.jalon.seed.file.SeedFolder;
import fr.jalon.seed.record.SeedProblem;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Runs {@code delivery/changes.yaml}. */
class DeliveryChangesTest {

    @TempDir
    private Path folder;

    static List<DeliveryCase> cases() throws IOException {
        return DeliveryCase.all();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void only_what_the_sheet_says_otherwise_is_changed(DeliveryCase each) throws IOException {
        Path seed = SeedCopy.of(DeliveryCase.SEED, folder.resolve("seed"));
        Path sheet = each.write(folder);

        Delivery delivery = Delivery.of(sheet, each.roadmap(), seed, SeedCases.CONTRACT);

        List<String> told = new ArrayList<>(
                delivery.problems().stream().map(SeedProblem::toString).toList());
        told.addAll(delivery.changes());
        if (delivery.problems().isEmpty()) {
            SeedCopy.write(delivery, seed);
            assertThat(Delivery.of(sheet, each.roadmap(), seed, SeedCases.CONTRACT)
                            .changes())
                    .isEmpty();
        }
        told.addAll(differences(seed));
        assertThat(String.join("\n", told)).isEqualTo(each.expected().stripTrailing());
    }

    private static List<String> differences(Path seed) {
        List<String> differences = new ArrayList<>();
        for (SeedFile after : SeedFolder.files(seed)) {
            String before = SeedFolder.files(DeliveryCase.SEED).stream()
                    .filter(file -> file.path().equals(after.path()))
                    .map(SeedFile::text)
                    .findFirst()
                    .orElse("");
            differences.addAll(
                    difference(before.lines().toList(), after.text().lines().toList()));
        }
        return differences;
    }

    /** Lines that are gone (-) and new (+), by the longest common sequence of the others. */
    private static List<String> difference(List<String> before, List<String> after) {
        int[][] common = new int[before.size() + 1][after.size() + 1];
        for (int i = before.size() - 1; i >= 0; i--) {
            for (int j = after.size() - 1; j >= 0; j--) {
                common[i][j] = before.get(i).equals(after.get(j))
                        ? common[i + 1][j + 1] + 1
                        : Math.max(common[i + 1][j], common[i][j + 1]);
            }
        }
        List<String> lines = new ArrayList<>();
        int i = 0;
        int j = 0;
        while (i < before.size() || j < after.size()) {
            if (i < before.size() && j < after.size() && before.get(i).equals(after.get(j))) {
                i++;
                j++;
            } else if (j == after.size() || (i < before.size() && common[i + 1][j] >= common[i][j + 1])) {
                lines.add("-" + before.get(i++));
            } else {
                lines.add("+" + after.get(j++));
            }
        }
        return lines;
    }
}
