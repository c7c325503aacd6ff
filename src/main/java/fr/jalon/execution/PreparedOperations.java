package fr.jalon.execution;

import com.github.benmanes.caffeine.cache.Cache;
import fr.jalon.execution.AnswerKey.Question;
import fr.jalon.execution.CacheRoom.Footprint;
import fr.jalon.plan.GivenTexts;
import graphql.GraphQLContext;
import graphql.GraphQLException;
import graphql.execution.RawVariables;
import graphql.execution.ValuesResolver;
import graphql.language.Document;
import graphql.language.OperationDefinition;
import graphql.schema.GraphQLSchema;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * Keeps operations that are ready to run, by document, name and the shape of the variables, bounded by their size in
 * memory; the texts that variables give are filled in for each request, unless the operation had to know them.
 */
final class PreparedOperations {

    /** Who asks a third time will ask more often. */
    private static final int OFTEN = 2;

    private final GraphQLSchema schema;
    private final PreparsedDocuments documents;
    private final @Nullable Promotion promotion;
    private final Cache<Key, Kept> operations = CacheRoom.cache(
            CacheRoom.OPERATIONS.bytes(),
            (Key key, Kept kept) -> Footprint.clamped((long) key.footprint() + kept.operation.footprint()));
    private final Cache<Question, BitSet> shapes = CacheRoom.cache(
            CacheRoom.SHAPES.bytes(), (Question shape, BitSet places) -> shape.footprint() + places.size() / Byte.SIZE);

    /** @param promotion of operations that are asked again and again, if there is one */
    PreparedOperations(GraphQLSchema schema, PreparsedDocuments documents, @Nullable Promotion promotion) {
        this.promotion = promotion;
        this.schema = schema;
        this.documents = documents;
    }

    /**
     * What requests for a kept operation have in common.
     *
     * @param shape with the variables' shape alone
     * @param texts those that the operation knows
     */
    private record Key(Question shape, List<String> texts) {

        int footprint() {
            return Footprint.clamped((long) shape.footprint() + Footprint.of(texts));
        }
    }

    /** An operation and how often it was asked since it is kept in this form. */
    private record Kept(Operation operation, AtomicInteger asked) {

        Kept(Operation operation) {
            this(operation, new AtomicInteger());
        }
    }

    /** The operation of a request, if one of its kind ran before. */
    @Nullable
    Operation prepared(Question question) {
        GivenTexts given = given(question);
        if (given == null) {
            return null;
        }
        Question shape = question.shaped(given.shape());
        BitSet places = shapes.getIfPresent(shape);
        Key key = places == null ? null : new Key(shape, given.texts(places));
        Kept kept = key == null ? null : operations.getIfPresent(key);
        if (key == null || kept == null) {
            return null;
        }
        int asked = kept.asked.incrementAndGet();
        // What found no room is offered again after twice as many requests, so that none takes the room of others.
        boolean offered = asked >= OFTEN && Integer.bitCount(asked) == 1;
        if (promotion != null && offered && kept.operation.isByLevel()) {
            promotion.plan(
                    kept.operation, given.texts(), whole -> operations.asMap().replace(key, kept, new Kept(whole)));
        }
        return kept.operation.given(given.texts());
    }

    /**
     * Keeps an operation for others of its kind, unless it is too large; gives it ready to run for the texts that it was
     * made for, which it lets go of itself.
     */
    Operation keep(Question question, GivenTexts given, Operation operation) {
        Question shape = question.shaped(given.shape());
        Key key = new Key(shape, given.texts(given.known()));
        List<String> texts = given.release();
        if (key.footprint() + (long) operation.footprint() <= CacheRoom.OPERATIONS.largest()
                && shape.footprint() <= CacheRoom.SHAPES.largest()) {
            BitSet places =
                    Objects.requireNonNull(shapes.asMap().merge(shape, given.known(), PreparedOperations::both));
            operations.put(new Key(shape, places.stream().mapToObj(texts::get).toList()), new Kept(operation));
        }
        return operation.given(texts);
    }

    private static BitSet both(BitSet some, BitSet others) {
        BitSet both = (BitSet) some.clone();
        both.or(others);
        return both;
    }

    /** The texts of a request whose document is known and whose variables fit it. */
    @SuppressWarnings("unchecked") // Not shaped yet, its variables are those of the request.
    private @Nullable GivenTexts given(Question question) {
        Document document = documents.valid(question.document());
        OperationDefinition definition = document == null ? null : definition(document, question.operation());
        if (definition == null) {
            return null;
        } else if (definition.getVariableDefinitions().isEmpty()) {
            return new GivenTexts(Map.of());
        }
        try {
            return new GivenTexts(ValuesResolver.coerceVariableValues(
                            schema,
                            definition.getVariableDefinitions(),
                            RawVariables.of((Map<String, Object>) question.variables()),
                            GraphQLContext.getDefault(),
                            Locale.ROOT)
                    .toMap());
        } catch (GraphQLException unfit) {
            return null;
        }
    }

    /** The operation of that name, or the only one where no name is given. */
    static @Nullable OperationDefinition definition(Document document, @Nullable String name) {
        if (name != null) {
            return document.getOperationDefinition(name).orElse(null);
        }
        List<OperationDefinition> definitions = document.getDefinitionsOfType(OperationDefinition.class);
        return definitions.size() == 1 ? definitions.get(0) : null;
    }
}
