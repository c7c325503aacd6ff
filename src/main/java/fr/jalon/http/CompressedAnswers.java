package fr.jalon.http;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import fr.jalon.execution.CacheRoom;
import fr.jalon.execution.CacheRoom.Footprint;
import fr.jalon.execution.GraphQlResponse;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Keeps what answers became when they were sent, compressed, as long as the engine keeps the answers themselves, bounded by
 * bytes: an answer that is asked for in several forms is one of its own in each.
 */
final class CompressedAnswers {

    private final Cache<GraphQlResponse, byte[]> compressed;

    CompressedAnswers(CacheRoom room) {
        this.compressed = Caffeine.newBuilder()
                .weakKeys()
                .maximumWeight(room.bytes())
                .weigher((GraphQlResponse answer, byte[] bytes) -> bytes.length + Footprint.ENTRY)
                .executor(Runnable::run)
                .build();
    }

    /** What an answer became before. */
    Optional<byte[]> kept(GraphQlResponse answer) {
        return Optional.ofNullable(compressed.getIfPresent(answer));
    }

    /** What an answer becomes, compressed; the body is made where it is not kept. */
    byte[] of(GraphQlResponse answer, Supplier<byte[]> body) {
        return answer.isRepeatable() ? compressed.get(answer, one -> Reply.gzip(body.get())) : Reply.gzip(body.get());
    }
}
