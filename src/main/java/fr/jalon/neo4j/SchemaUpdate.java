package fr.jalon.neo4j;

import fr.jalon.cypher.CypherStatement;
import fr.jalon.cypher.IndexDefinition;
import fr.jalon.cypher.IndexDefinition.Kind;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Brings the constraints and indexes of a graph in line with those that are wanted.
 *
 * <p>What a process that was killed left half made, what failed, and what has a wanted name but is something else stands in
 * the way of a wanted one; it is dropped. Everything else in the graph stays.
 */
final class SchemaUpdate {

    private static final int ROUNDS = 3;
    private static final long ONLINE_SECONDS = 300;
    private static final Duration OTHERS_WORK = Duration.ofSeconds(5);
    private static final long POLL_MILLIS = 250;

    private static final CypherStatement INDEXES = statement(
            "SHOW INDEXES YIELD name, type, state, entityType, labelsOrTypes, properties, owningConstraint, options"
                    + " WHERE type <> 'LOOKUP' RETURN name, type, state, entityType, labelsOrTypes, properties,"
                    + " owningConstraint, toString(options.indexConfig['fulltext.analyzer'])");
    private static final CypherStatement CONSTRAINTS =
            statement("SHOW CONSTRAINTS YIELD name, type, entityType, labelsOrTypes, properties"
                    + " RETURN name, type, entityType, labelsOrTypes, properties");

    private final Graph graph;
    private final List<IndexDefinition> wanted;
    private final boolean shared;

    /** A shared graph is one in which other servers may be making the same at this moment. */
    SchemaUpdate(Graph graph, List<IndexDefinition> wanted, boolean shared) {
        this.graph = graph;
        this.wanted = wanted;
        this.shared = shared;
    }

    /** What an index or a constraint is about. */
    private record Target(String entity, List<?> labels, List<?> properties) {
        static Target of(@Nullable Object[] row, int from) {
            return new Target(String.valueOf(row[from]), list(row[from + 1]), list(row[from + 2]));
        }

        private static List<?> list(@Nullable Object value) {
            return value instanceof List<?> list ? list : List.of();
        }

        boolean isOf(IndexDefinition each) {
            return equals(new Target("NODE", List.of(each.label()), each.properties()));
        }
    }

    private record Constraint(String name, String type, Target target) {
        boolean grants(IndexDefinition each) {
            return each.kind() == Kind.UNIQUENESS
                    && target.isOf(each)
                    && (type.contains("UNIQUENESS") || type.contains("KEY"));
        }
    }

    private record Index(
            String name,
            String type,
            String state,
            Target target,
            @Nullable String constraint,
            @Nullable String analyzer) {
        boolean does(IndexDefinition each) {
            return type.equals(each.kind().type())
                    && target.isOf(each)
                    && (each.kind() != Kind.FULLTEXT || IndexDefinition.ANALYZER.equals(analyzer));
        }

        boolean lacksConstraint(IndexDefinition each) {
            return each.kind() == Kind.UNIQUENESS && constraint == null && does(each);
        }

        String drop() {
            return constraint == null
                    ? "DROP INDEX %s IF EXISTS".formatted(quoted(name))
                    : "DROP CONSTRAINT %s IF EXISTS".formatted(quoted(constraint));
        }
    }

    private record Schema(List<Index> indexes, List<Constraint> constraints) {
        boolean has(IndexDefinition each) {
            boolean ready = indexes.stream()
                    .anyMatch(index -> index.does(each)
                            && index.state().equals("ONLINE")
                            && (each.kind() != Kind.FULLTEXT || index.name().equals(each.name())));
            return ready
                    && (each.kind() != Kind.UNIQUENESS || constraints.stream().anyMatch(c -> c.grants(each)));
        }

        Stream<String> drops(IndexDefinition each, Set<String> broken) {
            return Stream.concat(
                    indexes.stream()
                            .filter(index -> isInTheWay(index, each, broken))
                            .map(Index::drop),
                    constraints.stream()
                            .filter(found -> found.name().equals(each.name()) && !found.grants(each))
                            .map(found -> "DROP CONSTRAINT %s IF EXISTS".formatted(quoted(found.name()))));
        }

        private static boolean isInTheWay(Index found, IndexDefinition each, Set<String> broken) {
            boolean named = found.name().equals(each.name());
            boolean about =
                    found.type().equals(each.kind().type()) && found.target().isOf(each);
            if (!named && !about) {
                return false;
            }
            return !found.does(each)
                    || found.lacksConstraint(each)
                    || broken.contains(found.state())
                    || (each.kind() == Kind.FULLTEXT && !named);
        }
    }

    /** Fails with a {@link GraphException} when the graph refuses, or an index is not ready after all. */
    void run() {
        Schema found;
        try {
            found = look();
        } catch (GraphException.AuthenticationFailed mayNotLook) {
            create(wanted);
            awaitIndexes();
            return;
        }
        found = settled(found);
        for (int round = 0; round < ROUNDS && !missing(found).isEmpty(); round++) {
            write(drops(found, round == 0 ? Set.of("FAILED") : Set.of("FAILED", "POPULATING")));
            create(missing(look()));
            awaitIndexes();
            found = look();
        }
        if (!missing(found).isEmpty()) {
            throw new GraphException.IndexFailed(missing(found).get(0).name());
        }
    }

    /** An index whose constraint is being made by another server looks like one that was left behind. */
    private Schema settled(Schema found) {
        long deadline = System.nanoTime() + OTHERS_WORK.toNanos();
        Schema last = found;
        while (shared && isBeingMade(last) && System.nanoTime() < deadline) {
            try {
                Thread.sleep(POLL_MILLIS);
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
                throw new GraphException.Closed(interrupted);
            }
            last = look();
        }
        return last;
    }

    private boolean isBeingMade(Schema found) {
        return wanted.stream()
                .anyMatch(each -> found.indexes().stream().anyMatch(index -> index.lacksConstraint(each)));
    }

    private List<IndexDefinition> missing(Schema found) {
        return wanted.stream().filter(each -> !found.has(each)).toList();
    }

    private List<CypherStatement> drops(Schema found, Set<String> broken) {
        Set<String> drops = new TreeSet<>();
        wanted.forEach(each -> found.drops(each, broken).forEach(drops::add));
        return drops.stream().map(SchemaUpdate::statement).toList();
    }

    private void create(List<IndexDefinition> definitions) {
        write(definitions.stream().map(IndexDefinition::create).toList());
    }

    private void write(List<CypherStatement> statements) {
        if (!statements.isEmpty()) {
            graph.write(transaction -> {
                statements.forEach(transaction::run);
                return statements.size();
            });
        }
    }

    private void awaitIndexes() {
        try {
            graph.write(transaction -> transaction.run(
                    new CypherStatement("CALL db.awaitIndexes($seconds)", Map.of("seconds", ONLINE_SECONDS))));
        } catch (GraphException.StatementFailed | GraphException.TimedOut notReady) {
            // Which of them is not, and why, is seen in their states.
        }
    }

    private Schema look() {
        return graph.write(transaction -> {
            List<Index> indexes = new ArrayList<>();
            for (@Nullable Object[] row : transaction.run(INDEXES)) {
                indexes.add(new Index(
                        String.valueOf(row[0]),
                        String.valueOf(row[1]),
                        String.valueOf(row[2]),
                        Target.of(row, 3),
                        row[6] == null ? null : String.valueOf(row[6]),
                        row[7] == null ? null : String.valueOf(row[7])));
            }
            List<Constraint> constraints = new ArrayList<>();
            for (@Nullable Object[] row : transaction.run(CONSTRAINTS)) {
                constraints.add(new Constraint(String.valueOf(row[0]), String.valueOf(row[1]), Target.of(row, 2)));
            }
            return new Schema(indexes, constraints);
        });
    }

    private static String quoted(String name) {
        return "`" + name.replace("`", "``") + "`";
    }

    private static CypherStatement statement(String text) {
        return new CypherStatement(text, Map.of());
    }
}
