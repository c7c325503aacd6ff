package fr.jalon.execution;

import com.github.benmanes.caffeine.cache.Cache;
import fr.jalon.execution.CacheRoom.Footprint;
import fr.jalon.execution.Failure.Refused;
import graphql.ExecutionInput;
import graphql.GraphQLError;
import graphql.ParseAndValidate;
import graphql.ParseAndValidateResult;
import graphql.execution.preparsed.PreparsedDocumentEntry;
import graphql.execution.preparsed.PreparsedDocumentProvider;
import graphql.language.Document;
import graphql.schema.GraphQLSchema;
import graphql.validation.GoodFaithIntrospectionExceeded;
import graphql.validation.QueryComplexityLimits;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;

/** Parses, measures and validates documents, and keeps them by their text, bounded by all that they take of the heap. */
final class PreparsedDocuments implements PreparsedDocumentProvider {

    /** Who is told so many goes and looks. */
    private static final int MOST_ERRORS = 10;

    private final GraphQLSchema schema;
    private final OperationLimits limits;
    private final ToIntFunction<String> cost;
    private final Cache<String, Kept> entries =
            CacheRoom.cache(CacheRoom.DOCUMENTS.bytes(), (String text, Kept kept) -> kept.footprint());

    /** A valid document and the bytes that it takes with its text. */
    private record Kept(PreparsedDocumentEntry entry, int footprint) {}

    PreparsedDocuments(GraphQLSchema schema, OperationLimits limits, ToIntFunction<String> cost) {
        this.cost = cost;
        this.schema = schema;
        this.limits = limits;
    }

    @Override
    public CompletableFuture<PreparsedDocumentEntry> getDocumentAsync(
            ExecutionInput input, Function<ExecutionInput, PreparsedDocumentEntry> parseAndValidate) {
        Kept kept = entries.getIfPresent(input.getQuery());
        PreparsedDocumentEntry entry = kept == null ? keep(input) : kept.entry();
        return CompletableFuture.completedFuture(entry.hasErrors() ? entry : checked(entry, input));
    }

    private PreparsedDocumentEntry checked(PreparsedDocumentEntry entry, ExecutionInput input) {
        List<GraphQLError> errors = GivenNulls.in(Objects.requireNonNull(entry.getDocument()), input, schema);
        return errors.isEmpty() ? entry : new PreparsedDocumentEntry(errors);
    }

    /** Keeps a document that is valid and not too large; who sends it with mistakes mends it before the next time. */
    private PreparsedDocumentEntry keep(ExecutionInput input) {
        PreparsedDocumentEntry entry = entry(input);
        if (!entry.hasErrors()) {
            int footprint = Footprint.of(input.getQuery())
                    + Footprint.of(Objects.requireNonNull(entry.getDocument()), input.getQuery());
            if (footprint <= CacheRoom.DOCUMENTS.largest()) {
                entries.put(input.getQuery(), new Kept(entry, footprint));
            }
        }
        return entry;
    }

    /** The document of that text, if it was asked before and is valid. */
    @Nullable
    Document valid(String text) {
        Kept kept = entries.getIfPresent(text);
        return kept == null ? null : kept.entry().getDocument();
    }

    /** What is wrong with a request for a valid document, with the names that were most likely meant. */
    List<GraphQLError> asked(String text, List<GraphQLError> errors) {
        Document document = valid(text);
        return document == null
                ? errors
                : errors.stream()
                        .map(error -> new DidYouMean(schema, document).asked(error))
                        .toList();
    }

    /** The document, or what is wrong with it. */
    PreparsedDocumentEntry entry(ExecutionInput input) {
        ParseAndValidateResult parsed = ParseAndValidate.parse(input);
        if (parsed.isFailure()) {
            return new PreparsedDocumentEntry(parsed.getErrors().stream()
                    .map(error -> SyntaxFault.of(error, input.getQuery()))
                    .toList());
        }
        Document document = Objects.requireNonNull(parsed.getDocument());
        try {
            // Validation compares fields with one another, so that it is for documents of a bounded size only.
            limits.check(document, cost);
            return new PreparsedDocumentEntry(document, errors(document, input.getLocale()));
        } catch (Refused refused) {
            return new PreparsedDocumentEntry(refused.failures());
        } catch (GoodFaithIntrospectionExceeded beyond) {
            return new PreparsedDocumentEntry(beyond.toBadFaithError());
        }
    }

    private List<GraphQLError> errors(Document document, Locale locale) {
        return ParseAndValidate.validate(schema, document, rule -> true, locale, QueryComplexityLimits.NONE).stream()
                .limit(MOST_ERRORS)
                .map(error -> new DidYouMean(schema, document).asked(error))
                .toList();
    }
}
