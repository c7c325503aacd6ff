package fr.jalon.summary;

import java.util.Locale;

/** The formats a summary is written in. */
public enum SummaryFormat {
    /** Markdown with the tables of GitHub. */
    MARKDOWN {
        @Override
        String write(Text text) {
            return MarkdownWriter.write(text);
        }
    },
    /** One HTML page that needs nothing else and prints on A4. */
    HTML {
        @Override
        String write(Text text) {
            return HtmlWriter.write(text);
        }
    };

    abstract String write(Text text);

    /** The field of the contract's summary that holds it. */
    String field() {
        return name().toLowerCase(Locale.ROOT);
    }
}
