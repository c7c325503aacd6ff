package fr.jalon.summary;

/** The formats a summary is written in. */
public enum SummaryFormat {
    /** Markdown with the tables of GitHub. */
    MARKDOWN {
        @Override
        public String write(Summary summary) {
            return MarkdownWriter.write(summary);
        }
    },
    /** One HTML page that needs nothing else and prints on A4. */
    HTML {
        @Override
        public String write(Summary summary) {
            return HtmlWriter.write(summary);
        }
    };

    /** The whole document. */
    public abstract String write(Summary summary);
}
