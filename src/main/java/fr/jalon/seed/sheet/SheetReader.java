package fr.jalon.seed.sheet;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads the cells of one sheet. Hidden rows and columns are read like others: a filter hides rows that are meant; of a
 * formula the value that was stored with it is taken.
 */
final class SheetReader {

    static final long MOST_CHARACTERS = 64L << 20;

    private static final int MOST_COLUMNS = 16_384;
    private static final int MOST_ROWS = 1_048_576;
    /** As many digits as Excel shows, so that a computed 0.1 + 0.2 is 0.3. */
    private static final MathContext SHOWN_DIGITS = new MathContext(15, RoundingMode.HALF_UP);

    private static final int LARGEST_EXPONENT = 310;
    private static final Pattern PLACE = Pattern.compile("([A-Z]{1,3})(\\d{1,7})");
    private static final Pattern AREA = Pattern.compile("([A-Z]{1,3}\\d{1,7}):([A-Z]{1,3}\\d{1,7})");

    private final PartReader xml;
    private final List<String> texts;
    private final List<NumberFormat> formats;
    private final boolean from1904;
    private final List<Table.Row> rows = new ArrayList<>();
    private final List<String> merged = new ArrayList<>();
    private int row;
    private int column = -1;
    private long slots;
    private long characters;

    SheetReader(PartReader xml, List<String> texts, List<NumberFormat> formats, boolean from1904) {
        this.xml = xml;
        this.texts = texts;
        this.formats = formats;
        this.from1904 = from1904;
    }

    Table table() {
        List<Cell> cells = new ArrayList<>();
        while (xml.next()) {
            if (xml.starts("row")) {
                row = xml.attribute("r") == null ? row + 1 : index(xml.attribute("r"), MOST_ROWS);
                column = -1;
                cells = new ArrayList<>();
            } else if (xml.starts("c")) {
                column = xml.attribute("r") == null ? column + 1 : column(xml.attribute("r"));
                put(cells, cell());
            } else if (xml.ends("row") && !cells.isEmpty()) {
                rows.add(new Table.Row(row, cells));
            } else if (xml.starts("mergeCell")) {
                addMerged(String.valueOf(xml.attribute("ref")));
            }
        }
        rows.sort(Comparator.comparingInt(Table.Row::number));
        return Table.of(rows, merged, SerialDate.zero(from1904));
    }

    private void addMerged(String area) {
        Matcher corners = AREA.matcher(area);
        if (!corners.matches()) {
            throw PartReader.damaged();
        } else if (!corners.group(1).equals(corners.group(2))) {
            merged.add(area);
            Table.requireRoom(merged.size());
        }
    }

    private void put(List<Cell> cells, Cell cell) {
        if (column >= MOST_COLUMNS) {
            throw PartReader.damaged();
        }
        if (cell.isEmpty()) {
            return;
        }
        slots += Math.max(0, column + 1 - cells.size());
        characters += cell.text().length();
        Table.requireRoom(slots);
        if (characters > MOST_CHARACTERS) {
            throw tooLong();
        }
        while (cells.size() <= column) {
            cells.add(Cell.EMPTY);
        }
        cells.set(column, cell);
    }

    private Cell cell() {
        String type = Objects.requireNonNullElse(xml.attribute("t"), "n");
        NumberFormat format = format(xml.attribute("s"));
        String value = null;
        String formula = null;
        while (xml.next() && !xml.ends("c")) {
            if (xml.starts("v")) {
                value = xml.text();
            } else if (xml.starts("f")) {
                formula = xml.text();
            } else if (xml.starts("is")) {
                value = xml.richText();
                type = "inlineStr";
            }
        }
        if (value == null || (value.isBlank() && !isWords(type))) {
            return formula == null
                    ? Cell.EMPTY
                    : new Cell("the formula =%s without a result".formatted(formula), Cell.Kind.FAULT);
        }
        return cell(type, value, format);
    }

    private static boolean isWords(String type) {
        return type.equals("str") || type.equals("inlineStr");
    }

    private Cell cell(String type, String value, NumberFormat format) {
        return switch (type) {
            case "s" -> Cell.text(texts.get(index(value.strip(), texts.size() - 1)));
            case "str" -> Cell.text(EscapedText.decoded(value));
            case "inlineStr" -> Cell.text(value);
            case "b" -> Cell.text(PartReader.truth(value) ? "VRAI" : "FAUX");
            case "e" -> Cell.failed(value.strip());
            case "d" ->
                SerialDate.shown(value.strip(), format)
                        .map(day -> new Cell(day, Cell.Kind.DATE))
                        .orElseGet(() -> noDay(value));
            case "n" -> number(value.strip(), format);
            default -> throw PartReader.damaged();
        };
    }

    private Cell number(String value, NumberFormat format) {
        BigDecimal number;
        try {
            number = new BigDecimal(value);
        } catch (NumberFormatException e) {
            throw PartReader.damaged();
        }
        if (Math.abs((long) number.precision() - number.scale()) > LARGEST_EXPONENT) {
            throw PartReader.damaged();
        }
        if (format == NumberFormat.NUMBER) {
            String shown = number.round(SHOWN_DIGITS).stripTrailingZeros().toPlainString();
            return new Cell(shown, Cell.Kind.NUMBER);
        }
        return SerialDate.shown(number.doubleValue(), from1904, format)
                .map(day -> new Cell(day, Cell.Kind.DATE))
                .orElseGet(() -> noDay(value));
    }

    private static Cell noDay(String value) {
        return new Cell("%s as a day, which is none".formatted(value), Cell.Kind.FAULT);
    }

    private NumberFormat format(@Nullable String style) {
        int index = style == null ? 0 : index(style, Integer.MAX_VALUE);
        return index < formats.size() ? formats.get(index) : NumberFormat.NUMBER;
    }

    private static int column(@Nullable String place) {
        Matcher letters = PLACE.matcher(String.valueOf(place));
        if (!letters.matches()) {
            throw PartReader.damaged();
        }
        return letters.group(1).chars().reduce(0, (sum, letter) -> sum * 26 + letter - 'A' + 1) - 1;
    }

    private static int index(@Nullable String text, int largest) {
        try {
            int index = Integer.parseInt(String.valueOf(text));
            if (index >= 0 && index <= largest) {
                return index;
            }
        } catch (NumberFormatException e) {
            throw PartReader.damaged();
        }
        throw PartReader.damaged();
    }

    static ContentException tooLong() {
        return new ContentException(
                "a workbook with more than %s characters of text".formatted(MOST_CHARACTERS),
                "a smaller one: the actions alone");
    }
}
