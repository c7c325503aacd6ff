package fr.jalon.pages;

import com.fasterxml.jackson.databind.JsonNode;
import fr.jalon.execution.GraphQlRequest;
import fr.jalon.pages.Value.Fact;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** The summary of a period for a session of the CIAD; without a period, the ones that can be chosen. */
final class SummaryPage implements Page {

    private static final String PERIOD = "periode";

    private final Optional<String> period;
    private final Values values;

    SummaryPage(Address address, Words words) {
        address.require(Set.of(PERIOD));
        this.period = address.first(PERIOD);
        this.values = new Values(words);
    }

    @Override
    public GraphQlRequest request() {
        return period.map(each -> Documents.request("summary", Map.of("period", each)))
                .orElseGet(() -> Documents.request("summary-periods", Map.of()));
    }

    @Override
    public Shown show(JsonNode data, Frame frame) {
        return new Shown.Html(
                200,
                period.isPresent()
                        ? Templates.html("summary", Map.of("frame", frame, "view", view(data.path("summary"))))
                        : Templates.html("summary-periods", Map.of("frame", frame, "periods", periods(data))));
    }

    private static List<Period> periods(JsonNode data) {
        return nodes(data.path("periods").path("nodes"))
                .map(node -> new Period(
                        node.path("label").asText(),
                        node.path("actions").path("totalCount").asLong(),
                        node.path("announcedOpenings").path("totalCount").asLong()))
                .filter(each -> each.actions() + each.openings() > 0)
                .toList();
    }

    private View view(JsonNode summary) {
        return new View(
                summary.path("period").asText(),
                summary.path("title").asText(),
                summary.path("complete").asBoolean(),
                nodes(summary.path("dueByMinistry"))
                        .map(each -> group(each.path("ministry"), each.path("actions")))
                        .toList(),
                nodes(summary.path("dueByTheme"))
                        .map(each -> group(each.path("theme"), each.path("actions")))
                        .toList(),
                nodes(summary.path("openings"))
                        .flatMap(kind -> nodes(kind.path("producers")))
                        .map(each -> group(each.path("producer"), each.path("resources")))
                        .toList(),
                nodes(summary.path("openMandates")).map(this::item).toList(),
                nodes(summary.path("unservedObjectives"))
                        .map(each -> item(each.path("objective")))
                        .toList(),
                nodes(summary.path("contradictions")).map(this::item).toList());
    }

    private Group group(JsonNode name, JsonNode items) {
        return new Group(
                Optional.ofNullable(Values.link(name)),
                nodes(items).map(this::item).toList());
    }

    private Item item(JsonNode node) {
        return new Item(
                Optional.ofNullable(Values.link(node)).orElseThrow(),
                values.facts(node.path("__typename").asText(), node),
                Values.sources(node));
    }

    private static Stream<JsonNode> nodes(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false);
    }

    /** A period and how much falls in it. */
    record Period(String label, long actions, long openings) {}

    /** What the page shows. */
    record View(
            String period,
            String title,
            boolean complete,
            List<Group> ministries,
            List<Group> themes,
            List<Group> openings,
            List<Item> mandates,
            List<Item> objectives,
            List<Item> contradictions) {

        long due() {
            return ministries.stream().mapToLong(each -> each.items().size()).sum();
        }

        long opening() {
            return openings.stream().mapToLong(each -> each.items().size()).sum();
        }
    }

    /** Items under a name, if they have one. */
    record Group(Optional<Value.Link> name, List<Item> items) {}

    /** A node with what is told of it. */
    record Item(Value.Link name, List<Fact> facts, List<Value.Source> sources) {}
}
