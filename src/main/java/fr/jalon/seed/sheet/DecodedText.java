package fr.jalon.seed.sheet;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/**
 * The text of a file that does not say in which charset it is: what its byte order mark tells, or else UTF-8, or else
 * Windows-1252 where not one letter is UTF-8. Whatever would be read as other letters than were written is refused.
 */
final class DecodedText {

    private static final Charset WINDOWS = Charset.forName("windows-1252");
    private static final String SAVED = "it saved as CSV UTF-8";
    private static final Map<String, Charset> MARKS = new LinkedHashMap<>();

    static {
        MARKS.put("\u00ef\u00bb\u00bf", StandardCharsets.UTF_8);
        MARKS.put("\u00ff\u00fe\0\0", Charset.forName("UTF-32LE"));
        MARKS.put("\0\0\u00fe\u00ff", Charset.forName("UTF-32BE"));
        MARKS.put("\u00ff\u00fe", StandardCharsets.UTF_16LE);
        MARKS.put("\u00fe\u00ff", StandardCharsets.UTF_16BE);
    }

    /** What Windows-1252 makes of the bytes that Mac Roman and the code pages of MS-DOS have for French letters. */
    private static final String FOREIGN = "\u201a\u0192\u201e\u2020\u2021\u02c6\u2030\u2039\u0160\u017d";

    /** French capitals, and what French has behind a word, which side by side are one letter of UTF-8. */
    private static final String CAPITALS = "ÇÈÉÊËÎÏÔÙÛÜ";

    private static final String BEHIND_A_WORD = "\u00a0»’…–—“”";

    private DecodedText() {}

    /** Throws {@link ContentException} with the line where the bytes are no text of one charset. */
    static String of(byte[] bytes) {
        String start = new String(bytes, 0, Math.min(bytes.length, 4), StandardCharsets.ISO_8859_1);
        for (Map.Entry<String, Charset> each : MARKS.entrySet()) {
            if (start.startsWith(each.getKey())) {
                return marked(bytes, each.getKey().length(), each.getValue());
            }
        }
        requireNoZero(bytes);
        int wrong = firstWrong(bytes, 0, StandardCharsets.UTF_8);
        if (wrong < 0) {
            String text = new String(bytes, StandardCharsets.UTF_8);
            return isWindows(text) ? new String(bytes, WINDOWS) : text;
        }
        requireWholeCharacter(bytes, wrong);
        int right = firstLetterOfUtf8(bytes);
        if (right >= 0) {
            throw new ContentException(
                    "bytes that are not UTF-8 in line %s, and letters of UTF-8 in line %s"
                            .formatted(line(bytes, wrong), line(bytes, right)),
                    "one charset in the whole file, best UTF-8");
        }
        return windows(bytes);
    }

    private static String marked(byte[] bytes, int mark, Charset charset) {
        int wrong = firstWrong(bytes, mark, charset);
        if (wrong >= 0) {
            String read = new String(bytes, mark, wrong - mark, charset);
            throw new ContentException(
                    "bytes that are not %s, which its mark names, in line %s".formatted(charset, lines(read)), SAVED);
        }
        return new String(bytes, mark, bytes.length - mark, charset);
    }

    private static void requireNoZero(byte[] bytes) {
        for (int i = 0; i < bytes.length; i++) {
            if (bytes[i] == 0) {
                throw new ContentException(
                        "a zero byte in line %s: no text, or UTF-16 without its mark".formatted(line(bytes, i)), SAVED);
            }
        }
    }

    /** Some programs write each half of a surrogate pair as if it were a letter of UTF-8 (CESU-8), or one half alone. */
    private static void requireWholeCharacter(byte[] bytes, int at) {
        if ((bytes[at] & 0xFF) == 0xED && continues(bytes, at + 1, 2) && (bytes[at + 1] & 0xFF) >= 0xA0) {
            throw new ContentException("half of a character in line %s".formatted(line(bytes, at)), SAVED);
        }
    }

    /** Where the first byte stands that the charset does not have; -1 where all are its own. */
    private static int firstWrong(byte[] bytes, int start, Charset charset) {
        CharsetDecoder decoder = charset.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        ByteBuffer in = ByteBuffer.wrap(bytes, start, bytes.length - start);
        CharBuffer out = CharBuffer.allocate(8192);
        while (true) {
            CoderResult result = decoder.decode(in, out, true);
            if (result.isError()) {
                return in.position();
            } else if (result.isUnderflow()) {
                return -1;
            }
            out.clear();
        }
    }

    /**
     * Where bytes stand that are a letter or sign of French or a picture in UTF-8 and nonsense in Windows-1252, such as "Ã©"; -1
     * where there are none.
     */
    private static int firstLetterOfUtf8(byte[] bytes) {
        for (int i = 0; i < bytes.length; i++) {
            int behind = switch (bytes[i] & 0xFF) {
                case 0xC2, 0xC3, 0xC5 -> 1;
                case 0xE2 -> 2;
                case 0xF0 -> 3;
                default -> 0;
            };
            if (behind > 0 && continues(bytes, i + 1, behind)) {
                return i;
            }
        }
        return -1;
    }

    private static boolean continues(byte[] bytes, int from, int count) {
        if (from + count > bytes.length) {
            return false;
        }
        for (int i = from; i < from + count; i++) {
            if ((bytes[i] & 0xC0) != 0x80) {
                return false;
            }
        }
        return true;
    }

    /** Whether all that is no ASCII in a text of UTF-8 would be a French capital and a sign behind it for Windows. */
    private static boolean isWindows(String text) {
        boolean any = false;
        for (int i = 0; i < text.length(); i++) {
            char each = text.charAt(i);
            if (each >= 0x80) {
                String read = new String(String.valueOf(each).getBytes(StandardCharsets.UTF_8), WINDOWS);
                any = read.length() == 2
                        && CAPITALS.indexOf(read.charAt(0)) >= 0
                        && BEHIND_A_WORD.indexOf(read.charAt(1)) >= 0;
                if (!any) {
                    return false;
                }
            }
        }
        return any;
    }

    private static String windows(byte[] bytes) {
        int wrong = firstWrong(bytes, 0, WINDOWS);
        if (wrong >= 0) {
            throw new ContentException(
                    String.format(
                            Locale.ROOT,
                            "the byte %02X in line %s, which is neither UTF-8 nor Windows-1252",
                            bytes[wrong],
                            line(bytes, wrong)),
                    SAVED);
        }
        String text = new String(bytes, WINDOWS);
        for (int i = 1; i < text.length(); i++) {
            if (FOREIGN.indexOf(text.charAt(i)) >= 0 && isSmall(text.charAt(i - 1)) && isInsideAWord(text, i)) {
                throw new ContentException(
                        "letters that seem to be Mac Roman or MS-DOS in line %s: \"%s\""
                                .formatted(line(bytes, i), word(text, i)),
                        SAVED);
            }
        }
        return text;
    }

    private static boolean isSmall(char letter) {
        return letter >= 'a' && letter <= 'z';
    }

    /** A sign may end a word; a capital does not, and neither stands inside one. */
    private static boolean isInsideAWord(String text, int at) {
        boolean followed = at + 1 < text.length() && Character.isLetter(text.charAt(at + 1));
        return followed || Character.isUpperCase(text.charAt(at));
    }

    private static String word(String text, int at) {
        int from = at;
        int to = at;
        while (from > 0 && Character.isLetter(text.charAt(from - 1))) {
            from--;
        }
        while (to < text.length() && !Character.isWhitespace(text.charAt(to)) && to - at < 40) {
            to++;
        }
        return text.substring(from, to);
    }

    private static int line(byte[] bytes, int at) {
        return lines(new String(bytes, 0, at, StandardCharsets.ISO_8859_1));
    }

    /** The line in which the end of a text stands, from 1, whatever ends lines. */
    private static int lines(String before) {
        int lines = 1;
        for (int i = 0; i < before.length(); i++) {
            boolean feed = before.charAt(i) == '\n';
            boolean alone = before.charAt(i) == '\r' && (i + 1 == before.length() || before.charAt(i + 1) != '\n');
            lines += feed || alone ? 1 : 0;
        }
        return lines;
    }
}
