package fr.jalon.execution;

import graphql.language.Node;
import graphql.language.SourceLocation;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where something is in a request.
 *
 * @param path result keys that lead to a field
 * @param locations in the document
 */
record Place(@Nullable List<Object> path, List<SourceLocation> locations) {

    static Place of(String resultKey) {
        return new Place(List.of(resultKey), List.of());
    }

    static Place of(Node<?> node) {
        SourceLocation location = node.getSourceLocation();
        return new Place(null, location == null ? List.of() : List.of(location));
    }
}
