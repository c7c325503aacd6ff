package fr.jalon.execution;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import graphql.ExecutionInput;
import graphql.GraphQLError;
import graphql.execution.preparsed.PreparsedDocumentEntry;
import graphql.execution.preparsed.PreparsedDocumentProvider;
import graphql.language.Document;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;

/** Keeps parsed, validated and measured documents, by their text and bounded by the length of all texts. */
final class Documents implements PreparsedDocumentProvider {

    private static final long CHARACTERS = 8_000_000;

    private final DocumentLimits limits;
    private final Cache<String, PreparsedDocumentEntry> entries = Caffeine.newBuilder()
            .maximumWeight(CHARACTERS)
            .weigher((String text, PreparsedDocumentEntry entry) -> text.length() + 100)
            .build();

    Documents(DocumentLimits limits) {
        this.limits = limits;
    }

    @Override
    public CompletableFuture<PreparsedDocumentEntry> getDocumentAsync(
            ExecutionInput input, Function<ExecutionInput, PreparsedDocumentEntry> parseAndValidate) {
        PreparsedDocumentEntry entry = entries.get(input.getQuery(), text -> measured(parseAndValidate.apply(input)));
        return CompletableFuture.completedFuture(entry);
    }

    private PreparsedDocumentEntry measured(PreparsedDocumentEntry entry) {
        Document document = entry.getDocument();
        if (document == null || entry.hasErrors()) {
            return entry;
        }
        Optional<Failure> failure = limits.check(document);
        return failure.isPresent() ? new PreparsedDocumentEntry(List.<GraphQLError>of(failure.get())) : entry;
    }
}
