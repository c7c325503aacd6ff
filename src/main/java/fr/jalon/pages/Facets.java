package fr.jalon.pages;

import com.fasterxml.jackson.databind.JsonNode;
import fr.jalon.pages.ListDefinition.Filter;
import fr.jalon.pages.ListView.Choice;
import fr.jalon.pages.ListView.Facet;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.StreamSupport;

/**
 * What narrows a list, with the number of nodes in each group.
 *
 * @param address of the list from its start
 */
record Facets(ListDefinition list, Address address) {

    /** Those of the list's filters whose dimension an answer has groups of. */
    List<Facet> of(JsonNode facets) {
        List<Facet> shown = new ArrayList<>();
        for (Filter filter : list.filters()) {
            StreamSupport.stream(facets.spliterator(), false)
                    .filter(facet -> facet.path("dimension").asText().equals(filter.dimension()))
                    .findFirst()
                    .map(facet -> new Facet(filter.name(), filter.judgement(), choices(filter, facet.path("values"))))
                    .filter(facet -> !facet.choices().isEmpty())
                    .ifPresent(shown::add);
        }
        return shown;
    }

    private List<Choice> choices(Filter filter, JsonNode groups) {
        List<Choice> choices = new ArrayList<>();
        Set<String> chosen = new LinkedHashSet<>(address.all(filter.parameter()));
        for (JsonNode group : groups) {
            Optional<String> value = group.path("id").isNull()
                    ? Optional.of(ListQuery.NONE).filter(none -> filter.none() != null)
                    : Optional.of(group.path(filter.byLabel() ? "label" : "id").asText());
            value.ifPresent(each -> choices.add(choice(
                    filter,
                    each,
                    each.equals(ListQuery.NONE) ? "Sans" : group.path("label").asText(),
                    group.path("count").asLong(),
                    chosen.remove(each))));
        }
        chosen.forEach(each -> choices.add(choice(filter, each, each, 0, true)));
        return choices;
    }

    private Choice choice(Filter filter, String value, String name, long count, boolean chosen) {
        return new Choice(
                name, count, chosen, address.toggled(filter.parameter(), value).href());
    }
}
