package fr.jalon.text;

/** How far apart two writings are. */
public final class Spelling {

    private static final int LONG_WORD = 5;

    private Spelling() {}

    /** Whether one may be meant by the other: two letters differ at the most, or one where it is short. */
    public static boolean isNear(String word, String other) {
        return Math.abs(word.length() - other.length()) <= tolerance(word) && distance(word, other) <= tolerance(word);
    }

    /** How many letters may differ. */
    public static int tolerance(String word) {
        return word.length() < LONG_WORD ? 1 : 2;
    }

    /** Edit distance of Levenshtein, in characters. */
    public static int distance(String a, String b) {
        int[] row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int replaced = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(replaced, Math.min(row[j], row[j - 1]) + 1);
            }
        }
        return row[b.length()];
    }
}
