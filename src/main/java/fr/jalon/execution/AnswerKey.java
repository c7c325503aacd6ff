package fr.jalon.execution;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import fr.jalon.access.Caller;
import fr.jalon.execution.CacheRoom.Footprint;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * All that an answer depends on, made once for a request: entity tags and kept answers take it whole, kept operations its
 * {@link Question}.
 *
 * <p>Equality and {@link #digest} cover every component, so that one that is added here tells answers apart everywhere.
 *
 * @param version of the program and the graph that answer
 * @param extras what is asked for beside the data, by name, as the client wrote it
 * @param form in which the answer is sent, as the transport names it
 */
public record AnswerKey(Version version, Question question, Map<String, Object> extras, String form) {

    /** The form of an answer to whoever asks without a transport, and the usual one of HTTP. */
    public static final String JSON = "application/json";

    private static final ObjectMapper MAPPER = JsonMapper.builder()
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .build();

    private static final int DIGEST_BYTES = 16;
    private static final int LONGEST_DOCUMENT = 16_000;
    private static final int LARGEST = 64_000;

    /** Of what state an answer is. */
    public sealed interface Version {

        /** It cannot be told; two such answers may differ whatever else they have in common. */
        Version NOT_TOLD = new NotTold();

        /**
         * As long as it is the same, so are the answers to a query.
         *
         * @param program checksum of the build, the contract and the limits
         * @param revision of the graph
         */
        record Exact(String program, String revision) implements Version {}

        /** The one value of its kind. */
        record NotTold() implements Version {}
    }

    /**
     * Who may see the answer.
     *
     * @param caller the account and what it may, for an answer may say that; empty for everyone
     */
    public record Audience(String caller) {

        /** Whoever asks without a credential. */
        public static final Audience EVERYONE = new Audience("");

        static Audience of(Caller caller) {
            if (!(caller instanceof Caller.Identified known)) {
                return EVERYONE;
            }
            String mandates = known.mandates().stream().map(Record::toString).collect(Collectors.joining(" "));
            return new Audience(String.join(
                    " ",
                    known.account(),
                    mandates,
                    sorted(known.roles()),
                    sorted(known.scopes()),
                    known.channel().name()));
        }

        private static String sorted(Set<? extends Enum<?>> constants) {
            return constants.stream().map(Enum::name).sorted().collect(Collectors.joining(","));
        }
    }

    /** The times that are asked about: on which day something holds, and by when the graph knew it. */
    public enum Times {
        /** Today, by all that the graph knows. */
        PRESENT
    }

    /**
     * What is asked, of whatever version and in whatever form.
     *
     * @param document the text, whole
     * @param operation which one of the document; null where it holds one
     * @param variables as far as requests are to be told apart by them
     * @param own whether the server asks itself, for which other limits hold
     */
    public record Question(
            Audience audience,
            Times times,
            String document,
            @Nullable String operation,
            Object variables,
            boolean own) {

        private static final int OBJECT = 40;

        static Question of(GraphQlRequest request) {
            return new Question(
                    Audience.of(request.caller()),
                    Times.PRESENT,
                    request.query(),
                    request.operationName(),
                    request.variables(),
                    request.own());
        }

        /** The same for requests that have no more in common than the shape of their variables, whoever asks. */
        Question shaped(Object shape) {
            return new Question(Audience.EVERYONE, times, document, operation, shape, own);
        }

        /** How many bytes it takes to keep. */
        int footprint() {
            return Footprint.clamped(OBJECT
                    + (long) Footprint.of(document)
                    + Footprint.of(audience.caller())
                    + (operation == null ? 0 : Footprint.of(operation))
                    + Footprint.of(variables));
        }
    }

    /** The key of a request that is asked of an engine of that version. */
    public static AnswerKey of(Version version, GraphQlRequest request, String form) {
        return new AnswerKey(version, Question.of(request), Extras.named(request.extensions()), form);
    }

    /**
     * Whether an answer under this key may be given again: one of a version that is not told never, and extras tell what the
     * server finds at that very moment.
     */
    public boolean isRepeatable() {
        return version instanceof Version.Exact && extras.isEmpty();
    }

    /** The same text for equal keys alone: 16 bytes of SHA-256 over the whole key, in Base64 for addresses. */
    public String digest() {
        try {
            byte[] whole = MessageDigest.getInstance("SHA-256").digest(MAPPER.writeValueAsBytes(this));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(whole, DIGEST_BYTES));
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /** Whether it is small enough to be kept with its answer; few ask a longer question twice. */
    boolean isSmall() {
        return question.document().length() <= LONGEST_DOCUMENT && footprint() <= LARGEST;
    }

    /** How many bytes it takes to keep. */
    int footprint() {
        long state = version instanceof Version.Exact exact
                ? (long) Footprint.of(exact.program()) + Footprint.of(exact.revision())
                : 0;
        return Footprint.clamped(
                Question.OBJECT + state + question.footprint() + Footprint.of(extras) + Footprint.of(form));
    }
}
