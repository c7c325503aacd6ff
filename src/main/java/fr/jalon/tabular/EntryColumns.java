package fr.jalon.tabular;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Which columns of a table make the entries of a feed or the days of a calendar.
 *
 * @param columns all of them
 * @param id place of the public id; -1 where there is none
 * @param title place of what names an item
 * @param day place of its day, of a period the last
 */
record EntryColumns(List<Column> columns, int id, int title, int day) {

    private static final List<String> NAMES = List.of("label", "title", "name");

    static EntryColumns of(List<Column> columns) {
        int title = NAMES.stream()
                .mapToInt(name -> place(columns, column -> column.heading().equals(name)))
                .filter(place -> place >= 0)
                .findFirst()
                .orElse(-1);
        int last = place(columns, column -> isDay(column) && column.heading().endsWith(".end"));
        return new EntryColumns(
                columns,
                place(columns, column -> column.heading().equals("id")),
                title,
                last >= 0 ? last : place(columns, EntryColumns::isDay));
    }

    private static boolean isDay(Column column) {
        return column.kind() == Column.Kind.DATE;
    }

    private static int place(List<Column> columns, Predicate<Column> wanted) {
        return IntStream.range(0, columns.size())
                .filter(i -> wanted.test(columns.get(i)))
                .findFirst()
                .orElse(-1);
    }

    EntryColumns requireNames() {
        if (id < 0 || title < 0) {
            throw NoListException.lacking(
                    "A feed or a calendar needs `id`, and `label`, `title` or `name`, of the items of its list");
        }
        return this;
    }

    EntryColumns requireDay() {
        if (day < 0) {
            throw NoListException.lacking(
                    "A calendar needs a field of type Date of the items of its list, such as { due { end } }");
        }
        return this;
    }

    String id(List<@Nullable Object> cells) {
        return String.valueOf(cells.get(id));
    }

    String title(List<@Nullable Object> cells) {
        return String.valueOf(cells.get(title));
    }

    /** The day of an item, if it has one. */
    Optional<LocalDate> day(List<@Nullable Object> cells) {
        return day < 0
                ? Optional.empty()
                : Optional.ofNullable(cells.get(day)).map(each -> LocalDate.parse(String.valueOf(each)));
    }

    /** What else is known of an item, a line for each column. */
    String text(List<@Nullable Object> cells) {
        return IntStream.range(0, cells.size())
                .filter(i -> i != id && i != title && cells.get(i) != null)
                .mapToObj(i -> columns.get(i).heading() + " : " + text(cells.get(i)))
                .collect(Collectors.joining("\n"));
    }

    private static String text(@Nullable Object cell) {
        return cell == null ? "" : Column.text(cell);
    }
}
