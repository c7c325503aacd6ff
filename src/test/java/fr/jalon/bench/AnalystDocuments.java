package fr.jalon.bench;

import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;

/** Draws documents as analysts write them, none twice, from {@code bench/analysts.yaml} and a seed. */
final class AnalystDocuments {

    private static final Path WORDS = Path.of("src/test/resources/bench/analysts.yaml");
    private static final int MOST_RELATED = 4;
    private static final int MOST_FILTERS = 2;

    private final Words words;
    private final Random random;
    private int number;

    AnalystDocuments(long seed) {
        this.random = new Random(seed);
        try {
            this.words = new YAMLMapper().readValue(WORDS.toFile(), Words.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What documents are put together from. */
    record Words(List<String> properties, List<String> related, List<Filter> filters, List<String> orders) {}

    /** A condition of a filter, and the variable in it. */
    record Filter(String condition, String variable, String type, String value) {}

    /** A document, and the same with one field more. */
    record Edited(Question before, Question after) {}

    /** The next document. */
    Question next() {
        return edited().before();
    }

    /** The next document and its edit. */
    Edited edited() {
        List<Filter> filters = some(words.filters(), random.nextInt(MOST_FILTERS + 1));
        List<String> fields = new ArrayList<>(
                some(words.properties(), random.nextInt(words.properties().size())));
        List<String> related = some(words.related(), 2 + random.nextInt(MOST_RELATED));
        fields.addAll(related.subList(1, related.size()));
        String order = words.orders().get(random.nextInt(words.orders().size()));
        String name = "Analyst" + number++;
        Question before = question(name, filters, order, fields);
        fields.add(related.get(0));
        return new Edited(before, question(name, filters, order, fields));
    }

    private static Question question(String name, List<Filter> filters, String order, List<String> fields) {
        String declared = filters.stream()
                .map(filter -> "$%s: %s".formatted(filter.variable(), filter.type()))
                .collect(Collectors.joining(", "));
        String conditions = filters.stream().map(Filter::condition).collect(Collectors.joining(", "));
        String document = "query %s%s { actions(first: 20%s%s) { totalCount nodes { id %s } } }"
                .formatted(
                        name,
                        declared.isEmpty() ? "" : "(" + declared + ")",
                        conditions.isEmpty() ? "" : ", filter: { " + conditions + " }",
                        order.isEmpty() ? "" : ", orderBy: " + order,
                        String.join(" ", fields));
        Map<String, Object> variables = new LinkedHashMap<>();
        filters.forEach(filter -> variables.put(filter.variable(), filter.value()));
        return new Question(name, document, variables);
    }

    private <T> List<T> some(List<T> all, int most) {
        List<T> shuffled = new ArrayList<>(all);
        Collections.shuffle(shuffled, random);
        return shuffled.subList(0, most);
    }
}
