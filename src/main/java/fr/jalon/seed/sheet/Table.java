package fr.jalon.seed.sheet;

import java.time.LocalDate;
import java.util.List;

/**
 * One sheet of a spreadsheet, as it was read.
 *
 * @param rows that hold anything, by their numbers
 * @param merged areas of several cells made one, such as {@code B4:B6}; formats without such areas have none
 * @param dayZero the day that the number 0 stands for where a number should have been a day
 */
public record Table(List<Row> rows, List<String> merged, LocalDate dayZero) {

    private static final int MOST_CELLS = 2_000_000;

    /**
     * One row.
     *
     * @param number as the spreadsheet counts it, from 1
     * @param cells from the first column on
     */
    public record Row(int number, List<Cell> cells) {

        /** The cell of a column, counted from 0; an empty one beyond the last. */
        public Cell cell(int column) {
            return column < cells.size() ? cells.get(column) : Cell.EMPTY;
        }

        boolean isEmpty() {
            return cells.stream().allMatch(Cell::isEmpty);
        }
    }

    /** A sheet without the rows in which nothing is. */
    public static Table of(List<Row> rows, List<String> merged) {
        return of(rows, merged, SerialDate.zero(false));
    }

    static Table of(List<Row> rows, List<String> merged, LocalDate dayZero) {
        return new Table(rows.stream().filter(row -> !row.isEmpty()).toList(), merged, dayZero);
    }

    /** Keeps what is read from filling the memory: cells count up to the last one of each row. */
    static void requireRoom(long cells) {
        if (cells > MOST_CELLS) {
            throw new ContentException(
                    "a table of more than %s cells up to the last filled one of each row".formatted(MOST_CELLS),
                    "a smaller one: the actions alone");
        }
    }

    /** Letters of a column, counted from 0: A, B, ..., Z, AA. */
    public static String letters(int column) {
        String last = String.valueOf((char) ('A' + column % 26));
        return column < 26 ? last : letters(column / 26 - 1) + last;
    }
}
