package fr.jalon.seed.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.atIndex;

import fr.jalon.seed.SeedCases;
import fr.jalon.seed.record.Location;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class NestedIdsTest {

    private static final String OWNER = "action/spm-a05";

    @Test
    void an_id_is_read_from_the_fields_that_tell_siblings_apart() {
        assertThat(ids("StatedDeadline", Map.of("part", "BODY", "raw", "1er semestre 2022")))
                .containsExactly("action/spm-a05/stated-deadline/body-1er-semestre-2022");
    }

    @Test
    void an_id_among_these_fields_is_shortened_to_its_own_part() {
        assertThat(ids("Reference", Map.of("raw", "(voir A06)", "to", "action/spm-a06")))
                .containsExactly("action/spm-a05/reference/voir-a06-spm-a06");
    }

    @Test
    void spaces_around_a_field_are_no_part_of_it() {
        String label = "Nombre de jeux de données publiés sur la plateforme nationale au cours de l'année 2021";

        assertThat(ids("Indicator", Map.of("label", " " + label + "\n")))
                .isEqualTo(ids("Indicator", Map.of("label", label)));
    }

    @Test
    void the_only_record_of_its_kind_needs_no_fields() {
        assertThat(ids("Opening", Map.of("state", "ANNOUNCED"))).containsExactly("action/spm-a05/opening");
    }

    @Test
    void long_texts_that_start_alike_stay_apart_and_short() {
        String start = "Nombre de jeux de données publiés sur la plateforme nationale au cours de l'année ";

        List<String> ids = ids("Indicator", List.of(Map.of("label", start + "2021"), Map.of("label", start + "2022")));

        assertThat(ids)
                .doesNotHaveDuplicates()
                .allSatisfy(id -> assertThat(id)
                        .hasSizeLessThanOrEqualTo((OWNER + "/indicator/").length() + 48)
                        .startsWith("action/spm-a05/indicator/nombre-de-jeux-de-donnees-publies-sur-la-"));
    }

    @Test
    void a_sibling_changes_no_id_wherever_it_stands() {
        Map<String, String> old = Map.of("label", "ministere a");
        Map<String, String> like = Map.of("label", "Ministère A");
        Map<String, String> distinct = Map.of("label", "Ministère A", "distinct", "true");
        String id = ids("Indicator", old).get(0);

        assertThat(ids("Indicator", List.of(old, like))).contains(id, atIndex(0));
        assertThat(ids("Indicator", List.of(like, old))).contains(id, atIndex(1));
        assertThat(ids("Indicator", List.of(old, distinct)))
                .contains(id, atIndex(0))
                .doesNotHaveDuplicates();
        assertThat(ids("Indicator", List.of(distinct, old)))
                .contains(id, atIndex(1))
                .contains(ids("Indicator", distinct).get(0), atIndex(0));
    }

    @Test
    void a_letter_and_its_mark_make_the_same_id_composed_or_not() {
        Map<String, String> composed = Map.of("label", "d\u00e9j\u00e0 vu", "distinct", "true");
        Map<String, String> decomposed = Map.of("label", "de\u0301ja\u0300 vu", "distinct", "true");

        assertThat(ids("Indicator", composed)).isEqualTo(ids("Indicator", decomposed));
    }

    @Test
    void a_text_without_letters_or_digits_still_gives_an_id() {
        assertThat(ids("Indicator", Map.of("label", "—")))
                .singleElement()
                .asString()
                .matches(OWNER + "/indicator/[0-9a-f]{6}");
    }

    private static List<String> ids(String type, Map<String, String> only) {
        return ids(type, List.of(only));
    }

    private static List<String> ids(String type, List<Map<String, String>> siblings) {
        return NestedIds.of(
                OWNER,
                SeedCases.CONTRACT.type(type),
                siblings.stream().map(NestedIdsTest::fields).toList());
    }

    private static YamlNode.Fields fields(Map<String, String> values) {
        Location location = new Location("a.yaml", 1);
        Map<String, YamlNode.Entry> entries = new LinkedHashMap<>();
        values.forEach((key, text) -> entries.put(
                key, new YamlNode.Entry(location, new YamlNode.Scalar(location, text, YamlNode.Kind.TEXT))));
        return new YamlNode.Fields(location, entries);
    }
}
