package fr.jalon.execution;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import graphql.language.Document;
import graphql.language.Node;
import java.util.List;
import java.util.Map;
import java.util.function.ToIntBiFunction;
import org.jspecify.annotations.Nullable;

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
    /** Pages that were made of answers, compressed. */
    PAGES(128, 16 << 20),
    /** Parsed documents. */
    DOCUMENTS(64, 16 << 20),
    /** Operations that are ready to run. */
    OPERATIONS(64, 32 << 20),
    /** What kinds of requests there are for them. */
    SHAPES(256, 8 << 20),
    /** PreparsedDocuments that clients put there. */
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

    /** How many bytes of the heap something takes to keep, rather too many than too few. */
    public static final class Footprint {

        /** What a cache needs for an entry besides its key and its value. */
        public static final int ENTRY = 200;

        private static final int OBJECT = 24;
        private static final int TEXT = 56;
        private static final int LIST = 64;
        private static final int LIST_PLACE = 8;
        private static final int MAP = 128;
        private static final int MAP_PLACE = 64;

        /** Measured with documents of every kind: from 89 bytes for a field to 130 for one with a directive. */
        private static final int NODE = 140;

        private Footprint() {}

        /** Of a text, whatever characters it holds. */
        public static int of(String text) {
            return TEXT + 2 * text.length();
        }

        /** Of a value with all that stands in it: lists, maps, texts and smaller things. */
        public static int of(@Nullable Object value) {
            return clamped(sum(value));
        }

        /** Of a parsed document, whose texts are all parts of its own. */
        static int of(Document document, String text) {
            return clamped((long) NODE * nodes(document) + of(text));
        }

        static int clamped(long bytes) {
            return (int) Math.min(bytes, Integer.MAX_VALUE / 2);
        }

        private static long sum(@Nullable Object value) {
            if (value instanceof String text) {
                return of(text);
            } else if (value instanceof List<?> items) {
                long sum = LIST;
                for (Object item : items) {
                    sum += LIST_PLACE + sum(item);
                }
                return sum;
            } else if (value instanceof Map<?, ?> entries) {
                long sum = MAP;
                for (Map.Entry<?, ?> entry : entries.entrySet()) {
                    sum += MAP_PLACE + sum(entry.getKey()) + sum(entry.getValue());
                }
                return sum;
            }
            return value instanceof Number number ? OBJECT + number.toString().length() : OBJECT;
        }

        private static long nodes(Node<?> node) {
            long nodes = 1;
            for (Node<?> child : node.getChildren()) {
                nodes += nodes(child);
            }
            return nodes;
        }
    }
}
