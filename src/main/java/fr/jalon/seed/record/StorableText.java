package fr.jalon.seed.record;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;

/**
 * Tells which texts every home of a fact holds as they are: the graph, UTF-8, JSON, YAML, and the XML of workbooks.
 *
 * <p>Half of a surrogate pair is in no encoding, most control characters are not in XML, and noncharacters are for no
 * interchange (Unicode, 23.7). What is there only because bytes were read in the wrong charset is refused as well.
 */
public final class StorableText {

    /** What is expected where a text has a fault. */
    public static final String EXPECTED = "a text without it";

    private static final Charset WINDOWS = Charset.forName("windows-1252");
    private static final char LOST = '\uFFFD';

    private StorableText() {}

    /** The first fault of a text as a problem names it; nothing where there is none. */
    public static Optional<String> fault(String text) {
        for (int at = 0; at < text.length(); ) {
            int each = text.codePointAt(at);
            if (isUnstorable(each)) {
                return Optional.of(fault(each));
            }
            Optional<String> misread = misread(text, at);
            if (misread.isPresent()) {
                return misread;
            }
            at += Character.charCount(each);
        }
        return Optional.empty();
    }

    /** The text in one line for people to read: what has no shape as its code, line breaks too. */
    static String shown(String text) {
        StringBuilder shown = new StringBuilder();
        text.codePoints().forEach(each -> {
            if (each == '\n') {
                shown.append("\\n");
            } else if (each == LOST || (each != '\r' && !isUnstorable(each) && !isInvisible(each))) {
                shown.appendCodePoint(each);
            } else {
                shown.append(String.format(Locale.ROOT, "\\u%04X", each));
            }
        });
        return shown.toString();
    }

    /** Marks such as the zero width space, without which two texts that differ look the same. */
    private static boolean isInvisible(int character) {
        return Character.getType(character) == Character.FORMAT;
    }

    private static boolean isUnstorable(int character) {
        return isHalf(character) || isControl(character) || character == LOST || isNone(character);
    }

    private static String fault(int character) {
        String code = String.format(Locale.ROOT, "U+%04X", character);
        if (isHalf(character)) {
            return "half of a character, " + code;
        } else if (isControl(character)) {
            return "the control character " + code;
        }
        return isNone(character)
                ? code + ", which is no character"
                : "the mark %s of bytes that were no text".formatted(code);
    }

    private static boolean isHalf(int character) {
        return character >= Character.MIN_SURROGATE && character <= Character.MAX_SURROGATE;
    }

    private static boolean isNone(int character) {
        return (character & 0xFFFE) == 0xFFFE || (character >= 0xFDD0 && character <= 0xFDEF);
    }

    private static boolean isControl(int character) {
        boolean layout = character == '\t' || character == '\n' || character == '\r';
        return !layout && (character < ' ' || (character >= 0x7F && character <= 0x9F));
    }

    /** Letters such as "Ã©" and "â€™", which are bytes of UTF-8 that were read as Windows-1252. */
    private static Optional<String> misread(String text, int at) {
        int length = "ÃÂÅ".indexOf(text.charAt(at)) >= 0 ? 2 : text.charAt(at) == 'â' ? 3 : 0;
        if (length == 0 || at + length > text.length()) {
            return Optional.empty();
        }
        String read = text.substring(at, at + length);
        return meant(read)
                .filter(StorableText::isFrench)
                .map(letter -> "\"%s\", which seems to be \"%s\" read in the wrong charset".formatted(read, letter));
    }

    private static Optional<String> meant(String read) {
        try {
            ByteBuffer bytes = WINDOWS.newEncoder().encode(CharBuffer.wrap(read));
            return Optional.of(StandardCharsets.UTF_8.newDecoder().decode(bytes).toString());
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
    }

    private static boolean isFrench(String letter) {
        char each = letter.charAt(0);
        return letter.length() == 1
                && ((each >= 0xA0 && each <= 0xFF)
                        || "ŒœŸ".indexOf(each) >= 0
                        || (each >= 0x2010 && each <= 0x2044)
                        || "€™→−≤≥".indexOf(each) >= 0);
    }
}
