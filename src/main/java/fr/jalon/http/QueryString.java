package fr.jalon.http;

import io.javalin.http.Context;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The parameters in the address of a request
 * (<a href="https://url.spec.whatwg.org/#urlencoded-parsing">URL, {@code application/x-www-form-urlencoded}</a>), of which
 * nothing that is not UTF-8 is read as something else.
 */
final class QueryString {

    private static final int ESCAPE = 3;

    private QueryString() {}

    /**
     * Every value of each parameter, in the order of the address.
     *
     * @throws HttpFailure 400 if it holds an escape that is none, or text that is not UTF-8
     */
    static Map<String, List<String>> of(Context context) {
        Map<String, List<String>> parameters = new LinkedHashMap<>();
        @Nullable String query = context.req().getQueryString();
        for (String each : (query == null ? "" : query).split("&", -1)) {
            if (!each.isEmpty()) {
                int equals = each.indexOf('=');
                String name = decoded(equals < 0 ? each : each.substring(0, equals));
                String value = equals < 0 ? "" : decoded(each.substring(equals + 1));
                parameters.computeIfAbsent(name, first -> new ArrayList<>()).add(value);
            }
        }
        return parameters;
    }

    /** The first value of each parameter. */
    static Map<String, String> firstOf(Context context) {
        Map<String, String> first = new LinkedHashMap<>();
        of(context).forEach((name, values) -> first.put(name, values.get(0)));
        return first;
    }

    private static String decoded(String part) {
        ByteBuffer bytes = ByteBuffer.allocate(3 * part.length());
        for (int i = 0; i < part.length(); i++) {
            char each = part.charAt(i);
            if (each == '%') {
                bytes.put(escaped(part.substring(i, Math.min(i + ESCAPE, part.length()))));
                i += ESCAPE - 1;
            } else {
                bytes.put((each == '+' ? " " : String.valueOf(each)).getBytes(StandardCharsets.UTF_8));
            }
        }
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(bytes.flip()).toString();
        } catch (CharacterCodingException e) {
            throw HttpFailure.badRequest("The address holds text that is not UTF-8; expected UTF-8, percent-encoded");
        }
    }

    private static byte escaped(String escape) {
        if (escape.length() == ESCAPE
                && HexFormat.isHexDigit(escape.charAt(1))
                && HexFormat.isHexDigit(escape.charAt(2))) {
            return (byte) HexFormat.fromHexDigits(escape, 1, ESCAPE);
        }
        throw HttpFailure.badRequest(
                "The address holds \"%s\"; expected %% and two hexadecimal digits, and %%25 for a %% itself"
                        .formatted(escape));
    }
}
