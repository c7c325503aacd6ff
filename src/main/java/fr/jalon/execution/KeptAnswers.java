package fr.jalon.execution;

import com.github.benmanes.caffeine.cache.Cache;
import fr.jalon.execution.CacheRoom.Footprint;
import java.util.Optional;
import java.util.concurrent.atomic.LongAdder;

/**
 * An engine that keeps answers under their keys, bounded by bytes.
 *
 * <p>The version is read before the answer is made, so what is kept under it is of that version or a later one, never older.
 */
public final class KeptAnswers implements GraphQlEngine {

    private final GraphQlEngine engine;
    private final Cache<AnswerKey, GraphQlResponse> answers;
    private final LongAdder hits = new LongAdder();
    private final LongAdder misses = new LongAdder();

    /**
     * An engine that asks another one only for what it does not hold.
     *
     * @param bytes how much to hold
     */
    public KeptAnswers(GraphQlEngine engine, long bytes) {
        this.engine = engine;
        this.answers = CacheRoom.cache(
                bytes,
                (AnswerKey key, GraphQlResponse answer) ->
                        Footprint.clamped((long) key.footprint() + answer.footprint()));
    }

    @Override
    public GraphQlResponse execute(GraphQlRequest request) {
        try {
            return execute(request, AnswerKey.of(engine.version(), request, AnswerKey.JSON));
        } catch (UnavailableException away) {
            return away.response();
        }
    }

    @Override
    public GraphQlResponse execute(GraphQlRequest request, AnswerKey key) {
        return kept(key).orElseGet(() -> keep(key, engine.execute(request, key)));
    }

    @Override
    public Optional<GraphQlResponse> kept(AnswerKey key) {
        Optional<GraphQlResponse> answer = Optional.ofNullable(answers.getIfPresent(key));
        answer.ifPresent(found -> hits.increment());
        return answer;
    }

    @Override
    public AnswerKey.Version version() {
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

    private GraphQlResponse keep(AnswerKey key, GraphQlResponse answer) {
        if (key.isRepeatable()) {
            misses.increment();
            if (answer.isRepeatable() && key.isSmall()) {
                answers.put(key, answer);
            }
        }
        return answer;
    }
}
