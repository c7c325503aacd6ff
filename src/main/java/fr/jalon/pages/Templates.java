package fr.jalon.pages;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.html.HtmlTemplateOutput;
import gg.jte.html.OwaspHtmlTemplateOutput;
import gg.jte.output.StringOutput;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Templates of {@code src/main/jte}, compiled when the program is built; what they are given is escaped by where it stands. */
final class Templates {

    private static final TemplateEngine ENGINE = TemplateEngine.createPrecompiled(
            null, ContentType.Html, Templates.class.getClassLoader(), Templates.class.getPackageName());

    private Templates() {}

    static String html(String template, Map<String, Object> parameters) {
        StringOutput text = new StringOutput(16_384);
        ENGINE.render(template + ".jte", parameters, new FrenchOutput(new OwaspHtmlTemplateOutput(text)));
        return text.toString();
    }

    /** Sets what people read as French is printed, and leaves addresses, names and code as they are. */
    private static final class FrenchOutput implements HtmlTemplateOutput {

        private static final Set<String> LITERAL = Set.of("code", "pre", "script", "textarea", "title");

        /** What neither HTML nor XML may hold. */
        private static final Pattern CONTROL = Pattern.compile("[\\p{Cntrl}&&[^\\t\\n\\r]]");

        private final OwaspHtmlTemplateOutput html;
        private boolean prose = true;

        FrenchOutput(OwaspHtmlTemplateOutput html) {
            this.html = html;
        }

        @Override
        public void setContext(String tagName, @Nullable String attributeName) {
            prose = attributeName == null && !LITERAL.contains(String.valueOf(tagName));
            html.setContext(tagName, attributeName);
        }

        @Override
        public void writeUserContent(@Nullable String value) {
            if (value != null) {
                String shown = CONTROL.matcher(value).replaceAll("");
                html.writeUserContent(prose ? FrenchText.set(shown) : shown);
            }
        }

        @Override
        public void writeContent(String value) {
            html.writeContent(value);
        }

        @Override
        public void writeContent(String value, int beginIndex, int endIndex) {
            html.writeContent(value, beginIndex, endIndex);
        }

        @Override
        public void writeBinaryContent(byte[] value) {
            html.writeBinaryContent(value);
        }
    }
}
