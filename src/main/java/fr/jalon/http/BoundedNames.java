package fr.jalon.http;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Keeps the names that clients invent from filling the memory of who counts by them. */
final class BoundedNames {

    private static final int MOST = 50;
    private static final String OTHER = "other";

    private final Set<String> known = ConcurrentHashMap.newKeySet();

    /** The name, or that of all the others; only what was answered well makes a name known. */
    String of(String name, boolean answeredWell) {
        if (known.contains(name)) {
            return name;
        }
        return answeredWell && known.size() < MOST && known.add(name) ? name : OTHER;
    }
}
