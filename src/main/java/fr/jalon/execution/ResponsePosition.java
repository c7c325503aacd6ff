package fr.jalon.execution;

import java.util.ArrayList;
import java.util.List;

/** Where in a response the value stands that is being written: after its name in an object, or at its place in a list. */
final class ResponsePosition {

    private final List<Object> path = new ArrayList<>();
    private final JsonBuffer json;

    ResponsePosition(String resultKey, JsonBuffer json) {
        this.path.add(resultKey);
        this.json = json;
    }

    void enter(String resultKey) {
        path.add(resultKey);
        json.name(resultKey);
    }

    void enter(int index) {
        path.add(index);
        json.item();
    }

    void leave() {
        path.remove(path.size() - 1);
    }

    int depth() {
        return path.size();
    }

    /** Leaves all that was entered since it had that depth. */
    void leaveTo(int depth) {
        path.subList(depth, path.size()).clear();
    }

    /** The path that an error at this position has. */
    List<Object> path() {
        return List.copyOf(path);
    }
}
