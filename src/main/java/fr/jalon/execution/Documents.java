package fr.jalon.execution;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
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
import org.jspecify.annotations.Nullable;

/** Parses, measures and validates documents, and keeps them by their text, bounded by the length of all texts. */
final class Documents implements PreparsedDocumentProvider {

    /** Who is told so many goes and looks. */
    private static final int MOST_ERRORS = 10;

    private static final long CHARACTERS = 8_000_000;

    private final GraphQLSchema schema;
    private final Limits limits;
    private final Cache<String, PreparsedDocumentEntry> entries = Caffeine.newBuilder()
            .maximumWeight(CHARACTERS)
            .weigher((String text, PreparsedDocumentEntry entry) -> text.length() + 100)
            .build();

    Documents(GraphQLSchema schema, Limits limits) {
        this.schema = schema;
        this.limits = limits;
    }

    @Override
    public CompletableFuture<PreparsedDocumentEntry> getDocumentAsync(
            ExecutionInput input, Function<ExecutionInput, PreparsedDocumentEntry> parseAndValidate) {
        PreparsedDocumentEntry entry = entries.get(input.getQuery(), text -> entry(input));
        return CompletableFuture.completedFuture(entry.hasErrors() ? entry : checked(entry, input));
    }

    private PreparsedDocumentEntry checked(PreparsedDocumentEntry entry, ExecutionInput input) {
        List<GraphQLError> errors = GivenNulls.in(entry.getDocument(), input, schema);
        return errors.isEmpty() ? entry : new PreparsedDocumentEntry(errors);
    }

    /** The document of that text, if it was asked before and is valid. */
    @Nullable
    Document known(String text) {
        PreparsedDocumentEntry entry = entries.getIfPresent(text);
        return entry == null || entry.hasErrors() ? null : entry.getDocument();
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
            limits.check(document);
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
                .map(new DidYouMean(schema, document)::asked)
                .toList();
    }
}
