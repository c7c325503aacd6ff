package fr.jalon.http;

import fr.jalon.execution.GraphQlRequest;
import java.util.Set;

/** The name of the operation that a request runs, as far as it can be told without reading the whole document. */
final class OperationName {

    private static final Set<String> KINDS = Set.of("query", "mutation", "subscription");
    private static final int LONGEST = 60;
    private static final int ASCII = 128;
    private static final String NONE = "-";

    private OperationName() {}

    /** The name, which is a name by its form, or a dash where none is told. */
    static String of(GraphQlRequest request) {
        String given = request.operationName();
        String name = given != null ? given : first(request.query());
        return isName(name) ? name : NONE;
    }

    /** The name of the operation that the document begins with; empty if it begins with something else. */
    private static String first(String document) {
        int start = skip(document, 0);
        int end = wordEnd(document, start);
        if (!KINDS.contains(document.substring(start, end))) {
            return "";
        }
        int name = skip(document, end);
        return document.substring(name, wordEnd(document, name));
    }

    /** Past spaces, commas, comments and the byte order mark. */
    private static int skip(String document, int from) {
        int i = from;
        while (i < document.length() && isIgnored(document.charAt(i))) {
            i = document.charAt(i) == '#' ? lineEnd(document, i) : i + 1;
        }
        return i;
    }

    private static int lineEnd(String document, int from) {
        int i = from;
        while (i < document.length() && document.charAt(i) != '\n' && document.charAt(i) != '\r') {
            i++;
        }
        return i;
    }

    private static int wordEnd(String document, int from) {
        int i = from;
        while (i < document.length() && isNamePart(document.charAt(i))) {
            i++;
        }
        return i;
    }

    private static boolean isIgnored(char c) {
        return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == ',' || c == '#' || c == '\uFEFF';
    }

    private static boolean isName(String text) {
        return !text.isEmpty()
                && text.length() <= LONGEST
                && !Character.isDigit(text.charAt(0))
                && text.chars().allMatch(c -> isNamePart((char) c));
    }

    private static boolean isNamePart(char c) {
        return c < ASCII && (Character.isLetterOrDigit(c) || c == '_');
    }
}
