package fr.jalon.seed.file;

import static org.assertj.core.api.Assertions.assertThat;

import fr.jalon.seed.record.Problems;
import fr.jalon.seed.record.StorableText;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class YamlWriterTest {

    private static final String LONG =
            "Publier les données de la plateforme nationale, dont « l'annexe » : " + "mot ".repeat(30) + "fin";

    @Property
    void any_text_is_read_back_as_it_is_wherever_it_stands(@ForAll("texts") String text) {
        YamlWriter writer = new YamlWriter();
        Map<String, Object> record = new LinkedHashMap<>();
        record.put("alone", text);
        record.put("list", List.of(text, text));
        record.put("record", Map.of("key", text));
        record.put("records", List.of(Map.of("key", text), Map.of("key", text)));
        record.put("last", "end");
        writer.list("records", List.of(record, record));

        YamlNode.Fields read = only(writer.text());

        assertThat(texts(read, "alone")).containsExactly(text);
        assertThat(texts(read, "list")).containsExactly(text, text);
        assertThat(texts(read, "record")).containsExactly(text);
        assertThat(texts(read, "records")).containsExactly(text, text);
        assertThat(texts(read, "last")).containsExactly("end");
    }

    @Property
    void any_number_is_written_in_plain_digits(@ForAll double number) {
        YamlWriter writer = new YamlWriter();
        writer.list("records", List.of(Map.of("number", number)));

        String written = only(writer.text()).scalar("number").orElseThrow().text();

        assertThat(written).matches("-?\\d+(\\.\\d+)?");
        assertThat(Double.parseDouble(written)).isEqualTo(number + 0.0);
    }

    @Example
    void what_fits_stands_on_one_line_and_what_does_not_is_folded_or_spread() {
        YamlWriter writer = new YamlWriter();
        Map<String, Object> record = new LinkedHashMap<>();
        record.put("id", "action/spm-a05");
        record.put("code", "2.1");
        record.put("title", LONG);
        record.put("date", LocalDate.of(2021, 9, 27));
        record.put("target", 80.0);
        record.put("about", List.of("theme/api", "a, b"));
        record.put("short", Map.of("raw", "a: b"));
        record.put("long", Map.of("raw", LONG));
        record.put("each", List.of(Map.of("at", 3L), Map.of("raw", LONG)));
        writer.line("# A comment.");
        writer.list("actions", List.of(record));

        assertThat(writer.text())
                .isEqualTo("""
                # A comment.

                actions:
                  - id: action/spm-a05
                    code: "2.1"
                    title: >-
                      %1$s
                      %2$s
                    date: 2021-09-27
                    target: 80
                    about: [theme/api, "a, b"]
                    short: {raw: "a: b"}
                    long:
                      raw: >-
                        %3$s
                        %4$s
                    each:
                      - {at: 3}
                      - raw: >-
                          %5$s
                          %6$s
                """.formatted(cut(6)[0], cut(6)[1], cut(8)[0], cut(8)[1], cut(10)[0], cut(10)[1]));
    }

    @Provide
    Arbitrary<String> texts() {
        Arbitrary<String> awkward = Arbitraries.of(
                "",
                "2.10",
                "yes",
                "null",
                "~",
                "2021-09-27",
                "-",
                "?",
                ":",
                "- a",
                "# a",
                "a #b",
                "a: b",
                "a:",
                "a, b",
                "[a",
                "{a",
                "&a",
                "*a",
                "!a",
                "%a",
                "@a",
                "`a",
                "|",
                ">",
                "? a",
                "'a'",
                "\"a\"",
                "---",
                "...",
                "=",
                "<<",
                "a\nb",
                "a\tb",
                " a ",
                "a  b",
                "\u2028",
                "\uFEFF",
                "\uD83D\uDE00",
                LONG,
                LONG + " ",
                LONG + "\n" + LONG,
                "-" + LONG,
                "a".repeat(200));
        return Arbitraries.oneOf(
                awkward,
                awkward.list().ofMaxSize(40).map(parts -> String.join(" ", parts)),
                Arbitraries.strings()
                        .withCharRange('\u0000', '\uD7FF')
                        .withCharRange('\uE000', '\uFFFF')
                        .ofMaxLength(200),
                Arbitraries.strings()
                        .withChars(" -:#,[]{}&*!|>'\"%@`?\\a\u00E9\n\t")
                        .ofMaxLength(200))
                .filter(text -> StorableText.fault(text).isEmpty());
    }

    /** The lines that a reader of 130 columns sees behind that many spaces. */
    private static String[] cut(int indent) {
        int border = LONG.lastIndexOf(' ', 130 - indent);
        return new String[] {LONG.substring(0, border), LONG.substring(border + 1)};
    }

    private static YamlNode.Fields only(String text) {
        Problems problems = new Problems();
        YamlNode.Fields file = new YamlReader(new SeedFile("a.yaml", text), problems)
                .read()
                .orElseThrow(() -> new AssertionError(problems.sorted()));
        assertThat(problems.sorted()).isEmpty();
        YamlNode.Items records =
                (YamlNode.Items) file.entries().values().iterator().next().value();
        return (YamlNode.Fields) records.items().get(0);
    }

    private static List<String> texts(YamlNode.Fields record, String key) {
        return texts(Objects.requireNonNull(record.entries().get(key)).value());
    }

    private static List<String> texts(YamlNode node) {
        if (node instanceof YamlNode.Items list) {
            return list.items().stream().flatMap(item -> texts(item).stream()).toList();
        } else if (node instanceof YamlNode.Fields fields) {
            return fields.entries().values().stream()
                    .flatMap(each -> texts(each.value()).stream())
                    .toList();
        }
        YamlNode.Scalar scalar = (YamlNode.Scalar) node;
        assertThat(scalar.kind()).isEqualTo(YamlNode.Kind.TEXT);
        return List.of(scalar.text());
    }
}
