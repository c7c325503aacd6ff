package fr.jalon.execution;

import fr.jalon.neo4j.GraphException;
import graphql.GraphQLError;
import graphql.InvalidSyntaxError;
import graphql.introspection.GoodFaithIntrospection.BadFaithIntrospectionError;
import graphql.language.SourceLocation;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** The one place where failures become errors that clients read. */
final class Errors {

    private Errors() {}

    /** The error as section 7.1.2 of the GraphQL specification lays it out, with its code. */
    static Map<String, Object> specification(GraphQLError error) {
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("message", error instanceof Failure ? error.getMessage() : Wording.of(error));
        List<SourceLocation> locations = error.getLocations();
        if (locations != null && !locations.isEmpty()) {
            answer.put("locations", locations.stream().map(Errors::place).toList());
        }
        if (error.getPath() != null) {
            answer.put("path", error.getPath());
        }
        answer.put("extensions", Map.of("code", code(error).name()));
        return answer;
    }

    private static ErrorCode code(GraphQLError error) {
        if (error instanceof Failure failure) {
            return failure.code();
        }
        boolean tooLarge = error instanceof BadFaithIntrospectionError || Wording.tellsOfSize(error);
        return tooLarge ? ErrorCode.TOO_COSTLY : ErrorCode.BAD_REQUEST;
    }

    private static Map<String, Integer> place(SourceLocation location) {
        return Map.of("line", location.getLine(), "column", location.getColumn());
    }

    static ErrorCode code(GraphException failure) {
        if (failure instanceof GraphException.TimedOut) {
            return ErrorCode.TIMEOUT;
        } else if (failure instanceof GraphException.OutOfMemory) {
            return ErrorCode.TOO_COSTLY;
        } else if (failure instanceof GraphException.Unreachable
                || failure instanceof GraphException.NoNeo4j
                || failure instanceof GraphException.Broken
                || failure instanceof GraphException.Busy
                || failure instanceof GraphException.DiskFull
                || failure instanceof GraphException.Closed) {
            return ErrorCode.UNAVAILABLE;
        }
        return ErrorCode.INTERNAL;
    }

    /** The messages of graphql-java as plain sentences, without names of its classes or its syntax trees. */
    record Wording(Pattern found, String plain) {

        private static final String NOT_PARSED_FURTHER = "More than ";
        private static final int LONGEST = 600;
        private static final int SEARCHED = 5_000;
        private static final Pattern LONG_WORD = Pattern.compile("(\\w{60})\\w{40,}+");

        private static final List<Wording> ALL = List.of(
                of("^Validation error(?: \\([^)]*\\))? ?: ", ""),
                of(
                        " with value '.*?'(?= (?:must not be null|is not a valid|must be an object|is missing|contains a field))",
                        ""),
                of("Bad default value '.*?'(?= for type)", "Bad default value"),
                of("\\w+(?:Value|Name|Type)\\{(?:name|value)='?([^'}]*)'?\\}", "$1"),
                of("(?:an )?AST type (?:of )?", ""),
                of("(?s)Expected type 'Map' .*", "Expected an 'Object'."),
                of("'(Int|Float|String|Boolean|Enum|Array|Object|Null)Value'", "'$1'"),
                of("'(?:Integer|Long|BigInteger)'$", "'Int'"),
                of("'(?:Double|BigDecimal)'$", "'Float'"),
                of(
                        "^Variable '\\w+' has an invalid value: (Variable '\\w+') has coerced Null value for NonNull type",
                        "$1 must not be null, being of type"),
                of(
                        "Expected a value that can be converted to type 'Float' but it was a 'Float'",
                        "Expected a finite number"),
                of("Coerced Null value for NonNull type", "Found null, expected a value of type"),
                of("'\\w*Map\\w*'$", "'Object'"),
                of("'\\w*List\\w*'$", "'Array'"),
                of(
                        "Exactly one key must be specified for OneOf type '([^']*)'\\.",
                        "Exactly one key of '$1' must be given"),
                of("OneOf type field '([^']*)' must be non-null\\.", "The key '$1' must have a value"),
                of(
                        "^More than ([\\p{Nd}\\p{P}\\h]+) 'grammar' tokens have been presented",
                        "The document has more than $1 tokens"),
                of(
                        "^More than ([\\p{Nd}\\p{P}\\h]+) '\\w+' tokens have been presented",
                        "The document has more than $1 blanks"),
                of(
                        "^More than ([\\p{Nd}\\p{P}\\h]+) deep '\\w+' rules have been entered",
                        "The document is nested more than $1 deep"),
                of(" To prevent Denial Of Service attacks, parsing has been cancelled\\.", " Ask in parts."));

        static String of(GraphQLError error) {
            String message = bounded(
                    LONG_WORD.matcher(String.valueOf(error.getMessage())).replaceAll("$1..."));
            for (Wording wording : ALL) {
                message = wording.found().matcher(message).replaceAll(wording.plain());
            }
            String sentence = shortened(message.strip());
            return sentence.isEmpty() ? sentence : Character.toUpperCase(sentence.charAt(0)) + sentence.substring(1);
        }

        /** Searching a message takes time that grows with its length; what is cut stands within a value. */
        private static String bounded(String message) {
            return message.length() <= 2 * SEARCHED
                    ? message
                    : message.substring(0, SEARCHED) + message.substring(message.length() - SEARCHED);
        }

        /** Names and values of a document may be as long as it is. */
        private static String shortened(String message) {
            return message.length() <= LONGEST ? message : message.substring(0, LONGEST) + " ...";
        }

        /** Whether the parser gave up on a document for its size; it has no type of its own for that. */
        static boolean tellsOfSize(GraphQLError error) {
            return error instanceof InvalidSyntaxError
                    && String.valueOf(error.getMessage()).startsWith(NOT_PARSED_FURTHER);
        }

        private static Wording of(String found, String plain) {
            return new Wording(Pattern.compile(found, Pattern.DOTALL), plain);
        }
    }
}
