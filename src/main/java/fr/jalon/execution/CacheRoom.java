package fr.jalon.execution;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.function.ToIntBiFunction;

/**
 * How much of the heap each cache may take: together an eighth, whatever clients send. The plans of an embedded graph take a
 * sixteenth more.
 *
 * <p>The bytes are for a heap of any size; a small one keeps less.
 */
public enum CacheRoom {
    /** Answers until the graph changes. */
    ANSWERS(16, Integer.MAX_VALUE),
    /** What answers shrank to. */
    COMPRESSED(128, 16 << 20),
    /** Parsed documents. */
    DOCUMENTS(64, 16 << 20),
    /** Operations that are ready to run. */
    OPERATIONS(64, 32 << 20),
    /** What kinds of requests there are for them. */
    SHAPES(256, 8 << 20),
    /** Documents that clients put there. */
    PERSISTED(128, Integer.MAX_VALUE);

    /** One entry takes no more than this part of its cache, lest it drive out all others. */
    private static final int LARGEST = 16;

    private final int partOfHeap;
    private final long most;

    CacheRoom(int partOfHeap, long most) {
        this.partOfHeap = partOfHeap;
        this.most = most;
    }

    /** Bytes of this cache. */
    public long bytes() {
        return bytes(most);
    }

    /** The same, where somebody wants so many. */
    public long bytes(long wanted) {
        return Math.min(Math.min(wanted, most), Runtime.getRuntime().maxMemory() / partOfHeap);
    }

    /** Bytes of its largest entry. */
    public long largest() {
        return bytes() / LARGEST;
    }

    /** A cache of that many bytes; it is never larger, not even while other threads are busy. */
    public static <K, V> Cache<K, V> cache(long bytes, ToIntBiFunction<K, V> footprint) {
        return Caffeine.newBuilder()
                .maximumWeight(bytes)
                .weigher((K key, V value) -> Footprint.ENTRY + footprint.applyAsInt(key, value))
                .executor(Runnable::run)
                .build();
    }
}
