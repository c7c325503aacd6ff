package fr.jalon.http;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;

/** How often people may try to sign in: so many steps a minute from one address, and so many from all together. */
final class AttemptLimit {

    private static final int OF_ONE = 20;
    private static final int OF_ALL = 600;
    private static final Duration SPAN = Duration.ofMinutes(1);
    private static final int MOST_ADDRESSES = 10_000;
    private static final String ALL = "";

    private final Cache<String, AtomicInteger> counts = Caffeine.newBuilder()
            .expireAfterWrite(SPAN)
            .maximumSize(MOST_ADDRESSES)
            .build();

    /** Counts a step; throws {@link HttpFailure} 429 for one too many. */
    void count(String address) {
        if (next(address) > OF_ONE || next(ALL) > OF_ALL) {
            throw HttpFailure.tooMany("Too many sign-ins within a minute; try again later", SPAN);
        }
    }

    private int next(String key) {
        return counts.get(key, first -> new AtomicInteger()).incrementAndGet();
    }
}
