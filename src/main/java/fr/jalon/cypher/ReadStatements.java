package fr.jalon.cypher;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The statements of one root field.
 *
 * @param matches what finds the nodes of a page, each those that meet one of its conditions, which are one column, a list of a
 *     node: those that all find are the parameter {@link RelatedStatements#NODES} of the others, and their number is the count;
 *     none where the others find nodes by themselves
 * @param rows one column, a list: of a page, see the row of {@link PageRenderer}; else the projection of a node
 * @param count one row with a number
 * @param facets one row with a list: for each facets field of the page in its order, see {@link CountsRenderer#facets}
 * @param suggestions a row for each word that occurs nowhere, see {@link SearchRenderer}
 * @param related what the nodes in the rows lead to; null where the rows hold all that is read of them
 */
public record ReadStatements(
        List<CypherStatement> matches,
        @Nullable CypherStatement rows,
        @Nullable CypherStatement count,
        @Nullable CypherStatement facets,
        @Nullable CypherStatement suggestions,
        @Nullable RelatedStatements related) {

    static final ReadStatements NONE = new ReadStatements(List.of(), null, null, null, null, null);

    /** The same statements with these texts in the place of those that variables give. */
    public ReadStatements given(List<String> texts) {
        return new ReadStatements(
                matches.stream().map(each -> each.given(texts)).toList(),
                given(rows, texts),
                given(count, texts),
                given(facets, texts),
                given(suggestions, texts),
                related == null ? null : related.given(texts));
    }

    /** The same statements with these parameters besides their own. */
    ReadStatements with(Map<String, Object> parameters) {
        return new ReadStatements(
                matches,
                with(rows, parameters),
                with(count, parameters),
                with(facets, parameters),
                with(suggestions, parameters),
                related);
    }

    private static @Nullable CypherStatement with(@Nullable CypherStatement statement, Map<String, Object> parameters) {
        return statement == null ? null : Moments.with(statement, parameters);
    }

    /** The same statements of a moment by what was known up to the change of that number. */
    public ReadStatements known(long number) {
        return with(Map.of(Moments.KNOWN, number));
    }

    /** The same with what the nodes lead to. */
    ReadStatements with(RelatedStatements further) {
        return new ReadStatements(matches, rows, count, facets, suggestions, further);
    }

    /** Whether rows hold nodes as they stand, of which the rest is read level by level. */
    public boolean isByLevel() {
        return related != null;
    }

    /** Those there are. */
    public List<CypherStatement> all() {
        List<CypherStatement> all = new ArrayList<>(matches);
        Stream.of(rows, count, facets, suggestions).flatMap(Stream::ofNullable).forEach(all::add);
        if (related != null) {
            related.all().forEach(all::add);
        }
        return List.copyOf(all);
    }

    static @Nullable CypherStatement given(@Nullable CypherStatement statement, List<String> texts) {
        return statement == null ? null : statement.given(texts);
    }

    static ReadStatements of(CypherStatement rows) {
        return new ReadStatements(List.of(), rows, null, null, null, null);
    }
}
