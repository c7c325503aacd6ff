package fr.jalon.summary;

import java.util.List;
import java.util.stream.Collectors;

/** Writes who leads, produces or is covered. */
final class Names {

    private static final String UNTOLD = "non précisé";

    private Names() {}

    static String of(List<Answer.Name> names) {
        return names.isEmpty()
                ? UNTOLD
                : names.stream().map(Answer.Name::shortest).collect(Collectors.joining(", "));
    }
}
