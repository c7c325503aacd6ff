package fr.jalon.execution;

import com.github.benmanes.caffeine.cache.Cache;
import java.util.Optional;
import java.util.concurrent.atomic.LongAdder;

/**
 * An engine that keeps answers under what was asked and the version of the engine it was asked of, bounded by bytes.
 *
 * <p>The version is read before the answer is made, so what is kept under it is of that version or a later one, never older.
 * Who asks for more than data is told what the engine finds at that very moment.
 */
public final class KeptAnswers implements GraphQlEngine {

    private final GraphQlEngine engine;
    private final Cache<Key, GraphQlResponse> answers;
    private final LongAdder hits = new LongAdder();
    private final LongAdder misses = new LongAdder();

    private record Key(OperationKey operation, String version) {}

    /**
     * An engine that asks another one only for what it does not hold.
     *
     * @param bytes how much to hold
     */
    public KeptAnswers(GraphQlEngine engine, long bytes) {
        this.engine = engine;
        this.answers = CacheRoom.cache(
                bytes,
                (Key key, GraphQlResponse answer) -> Footprint.clamped(
                        (long) key.operation().weight() + Footprint.of(key.version()) + answer.footprint()));
    }

    @Override
    public GraphQlResponse execute(GraphQlRequest request) {
        Optional<Key> key;
        try {
            key = key(request);
        } catch (UnavailableException away) {
            return away.response();
        }
        Optional<GraphQlResponse> kept = key.flatMap(this::kept);
        if (kept.isPresent()) {
            return kept.get();
        }
        GraphQlResponse answer = engine.execute(request);
        key.ifPresent(asked -> keep(asked, answer));
        return answer;
    }

    @Override
    public Optional<GraphQlResponse> kept(GraphQlRequest request) {
        try {
            return key(request).flatMap(this::kept);
        } catch (UnavailableException away) {
            return Optional.empty();
        }
    }

    @Override
    public Optional<String> version() {
        return engine.version();
    }

    /** How many requests were answered from what was kept. */
    public long hits() {
        return hits.sum();
    }

    /** How many had to be asked anew. */
    public long misses() {
        return misses.sum();
    }

    private Optional<Key> key(GraphQlRequest request) {
        if (Extras.areAskedBy(request)) {
            return Optional.empty();
        }
        OperationKey operation = new OperationKey(request.query(), request.operationName(), request.variables());
        return Optional.ofNullable(request.version()).or(engine::version).map(found -> new Key(operation, found));
    }

    private Optional<GraphQlResponse> kept(Key key) {
        Optional<GraphQlResponse> answer = Optional.ofNullable(answers.getIfPresent(key));
        answer.ifPresent(found -> hits.increment());
        return answer;
    }

    private void keep(Key key, GraphQlResponse answer) {
        misses.increment();
        if (answer.isRepeatable() && key.operation().isShort()) {
            answers.put(key, answer);
        }
    }
}
