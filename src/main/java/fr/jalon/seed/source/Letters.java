package fr.jalon.seed.source;

import fr.jalon.schema.Folding;
import java.util.BitSet;

/**
 * The letters and digits of a text, folded, without anything between them.
 *
 * @param all the letters and digits in their order
 * @param starts positions at which a word begins; the position behind the last letter is one
 */
record Letters(String all, BitSet starts) {

    /** A word or number as short as this may stand within another by chance. */
    private static final int SHORT = 8;

    static Letters of(String text) {
        StringBuilder all = new StringBuilder();
        BitSet starts = new BitSet();
        boolean between = true;
        String folded = Folding.foldPart(text);
        for (int at = 0; at < folded.length(); ) {
            int each = folded.codePointAt(at);
            at += Character.charCount(each);
            if (Character.isLetterOrDigit(each)) {
                if (between) {
                    starts.set(all.length());
                }
                between = false;
                all.appendCodePoint(each);
            } else {
                between = true;
            }
        }
        starts.set(all.length());
        return new Letters(all.toString(), starts);
    }

    /** The position behind the first place, from a position on, where the other stands; -1 where it does not. */
    int behind(Letters other, int from) {
        String sought = other.all;
        boolean words = sought.length() < SHORT
                && (sought.chars().allMatch(Character::isLetter)
                        || sought.chars().allMatch(Character::isDigit));
        for (int at = all.indexOf(sought, from); at >= 0; at = all.indexOf(sought, at + 1)) {
            int end = at + sought.length();
            if (!words || (starts(at) && starts(end))) {
                return end;
            }
            if (sought.isEmpty()) {
                break;
            }
        }
        return sought.isEmpty() ? from : -1;
    }

    /** Whether a word, or a number beside letters, begins there. */
    private boolean starts(int at) {
        return starts.get(at)
                || (at > 0
                        && at < all.length()
                        && Character.isDigit(all.charAt(at - 1)) != Character.isDigit(all.charAt(at)));
    }
}
