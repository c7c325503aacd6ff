package fr.jalon.seed.delivery;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import fr.jalon.seed.Seed;
import fr.jalon.seed.SeedCases;
import fr.jalon.seed.sheet.Cell;
import fr.jalon.seed.sheet.Page;
import fr.jalon.seed.sheet.Spreadsheet;
import fr.jalon.seed.sheet.Table;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A change of the sheet that the seed makes of a roadmap, from {@code delivery/changes.yaml}. */
record DeliveryCase(
        String name,
        String roadmap,
        @Nullable List<String> without,
        @Nullable Map<String, Map<String, String>> cells,
        @Nullable List<Map<String, String>> rows,
        String expected) {

    /** The seed that makes the sheets. */
    static final Path SEED = SeedCases.path("delivery/seed");

    static List<DeliveryCase> all() throws IOException {
        String cases = Files.readString(SeedCases.path("delivery/changes.yaml"));
        return new YAMLMapper().readValue(cases, new TypeReference<>() {});
    }

    /** Writes the sheet of the seed with the change made: columns and rows left out, cells set, rows added. */
    Path write(Path folder) throws IOException {
        Path file = folder.resolve("sheet.csv");
        Files.write(file, new DeliveryTemplate(Seed.of(SEED, SeedCases.CONTRACT)).bytes(file, roadmap));
        List<List<String>> texts = new ArrayList<>();
        for (Table.Row row : Spreadsheet.read(file, DeliveryTemplate.ACTIONS).rows()) {
            texts.add(new ArrayList<>(row.cells().stream().map(Cell::text).toList()));
        }
        List<String> headings = texts.remove(0);
        texts.removeIf(row -> without().contains(row.get(0)));
        texts.forEach(row -> set(row, headings, cells().getOrDefault(row.get(0), Map.of())));
        rows().forEach(each -> insert(texts, headings, each));
        List<Page.Column> columns = headings.stream()
                .filter(heading -> !without().contains(heading))
                .map(heading -> new Page.Column(heading, 9, List.of()))
                .toList();
        List<List<String>> kept = texts.stream()
                .map(row -> columns.stream()
                        .map(column -> cell(row, headings.indexOf(column.heading())))
                        .toList())
                .toList();
        Files.write(file, Spreadsheet.bytes(file, List.of(new Page(DeliveryTemplate.ACTIONS, columns, kept))));
        return file;
    }

    private static String cell(List<String> row, int column) {
        return column < row.size() ? row.get(column) : "";
    }

    private static void set(List<String> row, List<String> headings, Map<String, String> cells) {
        cells.forEach((heading, text) -> {
            int column = headings.indexOf(heading);
            while (row.size() <= column) {
                row.add("");
            }
            row.set(column, text);
        });
    }

    /** The row goes behind the one whose code is under "après", or to the start. */
    private static void insert(List<List<String>> texts, List<String> headings, Map<String, String> cells) {
        int place = 0;
        for (int i = 0; i < texts.size(); i++) {
            place = texts.get(i).get(0).equals(cells.get("après")) ? i + 1 : place;
        }
        List<String> row = new ArrayList<>();
        headings.forEach(heading -> row.add(cells.getOrDefault(heading, "")));
        texts.add(place, row);
    }

    @Override
    public List<String> without() {
        return Objects.requireNonNullElse(without, List.of());
    }

    @Override
    public Map<String, Map<String, String>> cells() {
        return Objects.requireNonNullElse(cells, Map.of());
    }

    @Override
    public List<Map<String, String>> rows() {
        return Objects.requireNonNullElse(rows, List.of());
    }

    @Override
    public String toString() {
        return name;
    }
}
