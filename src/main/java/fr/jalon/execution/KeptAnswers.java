package fr.jalon.execution;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.Optional;

/**
 * An engine that keeps answers under what was asked and the version of the engine it was asked of, bounded by bytes.
 *
 * <p>The version is read before the answer is made, so what is kept under it is of that version or a later one, never older.
 * Who asks for more than data is told what the engine finds at that very moment.
 */
public final class KeptAnswers implements GraphQlEngine {

    private final GraphQlEngine engine;
    private final Cache<Key, GraphQlResponse> answers;

    private record Key(OperationKey operation, String version) {}

    /**
     * An engine that asks another one only for what it does not hold.
     *
     * @param bytes how much to hold
     */
    public KeptAnswers(GraphQlEngine engine, long bytes) {
        this.engine = engine;
        this.answers = Caffeine.newBuilder()
                .maximumWeight(bytes)
                .recordStats()
                .weigher((Key key, GraphQlResponse answer) -> key.operation().weight() + answer.json().length)
                .build();
    }

    @Override
    public GraphQlResponse execute(GraphQlRequest request) {
        if (Extras.areAskedBy(request)) {
            return engine.execute(request);
        }
        return Optional.ofNullable(request.version())
                .or(engine::version)
                .map(found -> kept(request, found))
                .orElseGet(() -> engine.execute(request));
    }

    @Override
    public Optional<String> version() {
        return engine.version();
    }

    /** How many requests were answered from what was kept. */
    public long hits() {
        return answers.stats().hitCount();
    }

    /** How many had to be asked anew. */
    public long misses() {
        return answers.stats().missCount();
    }

    private GraphQlResponse kept(GraphQlRequest request, String found) {
        Key key = new Key(new OperationKey(request.query(), request.operationName(), request.variables()), found);
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
}
