package fr.jalon.neo4j;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.neo4j.kernel.internal.GraphDatabaseAPI;

/**
 * Bounds what an embedded graph keeps of statements. It keeps plans by their number, however large each is, and a plan
 * takes many times the memory of its text; so all are let go once their texts together are as long as there is room for.
 *
 * <p>Safe for many threads.
 */
final class PlanCacheLimit {

    /** Bytes of heap for each character of a statement: its tree and its plans, as measured. */
    private static final int BYTES_A_CHARACTER = 150;

    /** A sixteenth of the heap, and no more than a thousand usual statements need. */
    private static final long MOST_BYTES = Math.min(Runtime.getRuntime().maxMemory() / 16, 256L << 20);

    private static final int BYTES_A_STATEMENT = 256 << 10;
    private static final int FEWEST = 64;
    private static final int MOST = 1_000;

    private final Runnable letGo;
    private final long mostCharacters;
    private final Set<Long> texts = ConcurrentHashMap.newKeySet();
    private final AtomicLong characters = new AtomicLong();

    /** How many statements' plans a server may keep, whoever sends them: few where the heap is small. */
    static int entries() {
        return (int) Math.max(FEWEST, Math.min(MOST, MOST_BYTES / BYTES_A_STATEMENT));
    }

    PlanCacheLimit(Runnable letGo, long mostCharacters) {
        this.letGo = letGo;
        this.mostCharacters = mostCharacters;
    }

    static PlanCacheLimit of(GraphDatabaseAPI graph) {
        return new PlanCacheLimit(
                () -> graph.executeTransactionally("CALL db.clearQueryCaches()"), MOST_BYTES / BYTES_A_CHARACTER);
    }

    /** Counts a statement that is about to be planned, unless it was before. */
    void add(String text) {
        Long name = ((long) text.length() << Integer.SIZE) ^ text.hashCode();
        if (!texts.contains(name) && texts.add(name)) {
            characters.addAndGet(text.length());
        }
    }

    /** Lets all plans go if they are too large together; outside of any transaction. */
    void clearIfFull() {
        long found = characters.get();
        if (found > mostCharacters && characters.compareAndSet(found, 0)) {
            texts.clear();
            letGo.run();
        }
    }
}
