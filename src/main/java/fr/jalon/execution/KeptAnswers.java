package fr.jalon.execution;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import fr.jalon.neo4j.GraphException;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * An engine that keeps answers under what was asked and the version of the graph it was asked of, bounded by bytes.
 *
 * <p>The version is read before the graph is, so what is kept under it is of that version or a later one, never older.
 * Who asks for more than data is told what the engine finds at that very moment.
 */
public final class KeptAnswers implements GraphQlEngine {

    private final GraphQlEngine engine;
    private final Supplier<String> version;
    private final Cache<Key, GraphQlResponse> answers;

    private record Key(Operations.Key operation, String version) {}

    /**
     * An engine that asks another one only for what it does not hold.
     *
     * @param version of the graph that the other engine reads; may fail with a {@link GraphException}
     * @param bytes how much to hold
     */
    public KeptAnswers(GraphQlEngine engine, Supplier<String> version, long bytes) {
        this.engine = engine;
        this.version = version;
        this.answers = Caffeine.newBuilder()
                .maximumWeight(bytes)
                .weigher((Key key, GraphQlResponse answer) -> key.operation().weight() + answer.json().length)
                .build();
    }

    @Override
    public GraphQlResponse execute(GraphQlRequest request) {
        if (Extras.areAskedBy(request)) {
            return engine.execute(request);
        }
        return version().map(found -> kept(request, found)).orElseGet(() -> engine.execute(request));
    }

    private GraphQlResponse kept(GraphQlRequest request, String found) {
        Key key = new Key(Operations.Key.of(request), found);
        GraphQlResponse kept = answers.getIfPresent(key);
        if (kept != null) {
            return kept;
        }
        GraphQlResponse answer = engine.execute(request);
        if (answer.isRepeatable()) {
            answers.put(key, answer);
        }
        return answer;
    }

    /** Nothing while the graph cannot be reached, of which the engine tells better. */
    private Optional<String> version() {
        try {
            return Optional.of(version.get());
        } catch (GraphException e) {
            return Optional.empty();
        }
    }
}
