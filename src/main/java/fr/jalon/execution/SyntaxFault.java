package fr.jalon.execution;

import fr.jalon.execution.Errors.Wording;
import graphql.GraphQLError;
import graphql.language.SourceLocation;
import graphql.org.antlr.v4.runtime.BailErrorStrategy;
import graphql.org.antlr.v4.runtime.CharStreams;
import graphql.org.antlr.v4.runtime.CommonTokenStream;
import graphql.org.antlr.v4.runtime.RecognitionException;
import graphql.org.antlr.v4.runtime.misc.IntervalSet;
import graphql.org.antlr.v4.runtime.misc.ParseCancellationException;
import graphql.parser.antlr.GraphqlLexer;
import graphql.parser.antlr.GraphqlParser;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Says in plain words why a document does not parse: what was found, where, and what was expected there. */
final class SyntaxFault {

    private static final int LONGEST_SHOWN = 40;

    /** Signs such as braces come before all words. */
    private static final int LAST_SIGN = 14;

    private static final Pattern TOKEN = Pattern.compile("token '(.*)' at line \\d+ column \\d+$", Pattern.DOTALL);
    private static final Pattern STRAY = Pattern.compile("error at: '(.*)'' at line \\d+ column \\d+$", Pattern.DOTALL);
    private static final Pattern BAD_ESCAPE = Pattern.compile("^[^\\\\]*(?:\\\\[\"\\\\/bfnrt][^\\\\]*)*+\\\\(?!n$)");

    private SyntaxFault() {}

    /** The error with a message of our own, unless the parser gave up on the document for its size. */
    static GraphQLError of(GraphQLError error, String document) {
        List<SourceLocation> places = error.getLocations();
        if (Wording.tellsOfSize(error) || places == null || places.isEmpty()) {
            return error;
        }
        SourceLocation place = places.get(0);
        Fault fault = fault(String.valueOf(error.getMessage()), document);
        String message = "Found %s at line %s, column %s; expected %s."
                .formatted(fault.found(), place.getLine(), place.getColumn(), fault.expected());
        return new Failure(ErrorCode.BAD_REQUEST, message, null, List.of(place));
    }

    private record Fault(String found, String expected) {}

    private static Fault fault(String message, String document) {
        Matcher stray = STRAY.matcher(message);
        if (stray.find()) {
            return stray(stray.group(1));
        }
        Matcher token = TOKEN.matcher(message);
        String text = token.find() ? token.group(1) : "";
        if (message.contains("unicode")) {
            return new Fault(quoted(text) + ", which is no whole character,", "an escape of a character of Unicode");
        } else if (message.contains("extra tokens")) {
            return new Fault(quoted(text) + " after the last operation or fragment", "the end, 'query' or 'fragment'");
        }
        return new Fault(text.equals("<EOF>") ? "the end of the document" : quoted(text), expected(document));
    }

    /** What is told of characters that begin nothing the language has. */
    private static Fault stray(String text) {
        char first = text.isEmpty() ? ' ' : text.charAt(0);
        if (text.startsWith("\"\"\"")) {
            return new Fault("a text that is not closed", "three double quotes at its end");
        } else if (first == '"') {
            return BAD_ESCAPE.matcher(text).find()
                    ? new Fault(
                            "a text with an escape that there is not",
                            "one such as \\n, \\\" or \\\\, or \\u and four digits")
                    : new Fault("a text that is not closed", "a double quote at its end, on the same line");
        } else if (first == '\'') {
            return new Fault("a single quote", "double quotes around a text");
        } else if (first == '.') {
            return new Fault("less than three dots", "'...' before a fragment");
        } else if (first == '-' || Character.isDigit(first)) {
            return new Fault(
                    quoted(text), "a number without zeros in front or letters behind it, or a text in double quotes");
        }
        return new Fault(quoted(text), "names of letters without accents, digits and _, and texts in double quotes");
    }

    /** What the grammar allows where it finds the first token that it does not allow. */
    private static String expected(String document) {
        GraphqlLexer lexer = new GraphqlLexer(CharStreams.fromString(document));
        lexer.removeErrorListeners();
        GraphqlParser parser = new GraphqlParser(new CommonTokenStream(lexer));
        parser.removeErrorListeners();
        parser.setErrorHandler(new BailErrorStrategy());
        try {
            parser.document();
        } catch (ParseCancellationException e) {
            @Nullable
            IntervalSet tokens = e.getCause() instanceof RecognitionException cause ? cause.getExpectedTokens() : null;
            if (tokens != null && !tokens.isNil()) {
                return named(tokens);
            }
        }
        return "what the language GraphQL has there";
    }

    private static String named(IntervalSet tokens) {
        boolean takesName = tokens.contains(GraphqlParser.NAME);
        Set<String> names = new LinkedHashSet<>();
        tokens.toList().forEach(token -> names.add(named(token, takesName)));
        names.remove("");
        List<String> all = List.copyOf(names);
        String last = all.get(all.size() - 1);
        return all.size() == 1 ? last : String.join(", ", all.subList(0, all.size() - 1)) + " or " + last;
    }

    /** A token for people; empty for words that are names as well, and for those that only a schema has. */
    private static String named(int token, boolean takesName) {
        return switch (token) {
            case GraphqlParser.EOF -> "the end of the document";
            case GraphqlParser.NAME -> "a name";
            case GraphqlParser.StringValue -> takesName ? "a text in double quotes" : "";
            case GraphqlParser.IntValue, GraphqlParser.FloatValue -> "a number";
            case GraphqlParser.FRAGMENT, GraphqlParser.QUERY, GraphqlParser.ON_KEYWORD ->
                takesName ? "" : GraphqlParser.VOCABULARY.getDisplayName(token);
            default -> token <= LAST_SIGN ? GraphqlParser.VOCABULARY.getDisplayName(token) : "";
        };
    }

    private static String quoted(String text) {
        return "'" + (text.length() <= LONGEST_SHOWN ? text : text.substring(0, LONGEST_SHOWN) + "…") + "'";
    }
}
