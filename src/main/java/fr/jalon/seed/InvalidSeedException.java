package fr.jalon.seed;

import fr.jalon.seed.record.SeedProblem;
import java.util.List;
import java.util.stream.Collectors;

/** The seed has problems, so nothing of it was written; lists them all. */
public final class InvalidSeedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient List<SeedProblem> problems;

    /** With all of them, by file and line. */
    public InvalidSeedException(List<SeedProblem> problems) {
        super(problems.stream().map(SeedProblem::toString).collect(Collectors.joining("\n")));
        this.problems = List.copyOf(problems);
    }

    /** Every problem of every file, by file and line. */
    public List<SeedProblem> problems() {
        return problems;
    }
}
