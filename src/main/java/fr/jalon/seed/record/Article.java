package fr.jalon.seed.record;

/** Puts the names of types into English sentences. */
public final class Article {

    private static final String VOWELS = "AEIOU";

    private Article() {}

    /** The type with its article, such as "an Action". */
    public static String with(String type) {
        return (VOWELS.indexOf(type.charAt(0)) >= 0 ? "an " : "a ") + type;
    }
}
