package fr.jalon.http;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import fr.jalon.execution.CacheRoom;
import fr.jalon.execution.Footprint;
import fr.jalon.execution.GraphQlResponse;

/** Keeps what answers shrank to, as long as the engine keeps the answers themselves, bounded by bytes. */
final class CompressedAnswers {

    private final Cache<GraphQlResponse, byte[]> compressed = Caffeine.newBuilder()
            .weakKeys()
            .maximumWeight(CacheRoom.COMPRESSED.bytes())
            .weigher((GraphQlResponse answer, byte[] bytes) -> bytes.length + Footprint.ENTRY)
            .executor(Runnable::run)
            .build();

    byte[] of(GraphQlResponse answer) {
        return answer.isRepeatable()
                ? compressed.get(answer, one -> Reply.gzip(one.json()))
                : Reply.gzip(answer.json());
    }
}
