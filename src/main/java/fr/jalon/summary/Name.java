package fr.jalon.summary;

import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A node by its name. */
record Name(String id, String name, @Nullable String acronym) {

    static final String UNTOLD = "non précisé";

    static String all(List<Name> names) {
        return names.isEmpty() ? UNTOLD : names.stream().map(Name::shortest).collect(Collectors.joining(", "));
    }

    String shortest() {
        return acronym == null ? name : acronym;
    }
}
