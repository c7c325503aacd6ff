package fr.jalon.http;

import io.javalin.http.Context;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The editor, and what all pages load: from the class path, as the build of the pages left them. */
final class WebFiles {

    private static final String FOLDER = "/web/";
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_-]+\\.([a-z0-9]+)");
    private static final Map<String, String> TYPES = Map.of(
            "html", "text/html;charset=utf-8",
            "js", "text/javascript;charset=utf-8",
            "css", "text/css;charset=utf-8",
            "svg", "image/svg+xml",
            "ttf", "font/ttf",
            "woff2", "font/woff2");

    private WebFiles() {}

    /**
     * A page, which browsers ask for again each time since its name stays the same.
     *
     * @param texts what it holds in the place of each of its marks
     */
    static void page(Context context, String name, Map<String, String> texts) throws IOException {
        byte[] page = read(FOLDER + name + ".html");
        if (page == null) {
            throw HttpFailure.notFound(context.path());
        }
        String text = new String(page, StandardCharsets.UTF_8);
        for (Map.Entry<String, String> each : texts.entrySet()) {
            text = text.replace(each.getKey(), each.getValue());
        }
        Reply.send(context, 200, "text/html;charset=utf-8", text.getBytes(StandardCharsets.UTF_8));
    }

    /** A file whose name changes with its content, so that browsers may keep it for good. */
    static void asset(Context context) throws IOException {
        String name = context.pathParam("name");
        var parts = NAME.matcher(name);
        String type = parts.matches() ? TYPES.get(parts.group(1)) : null;
        if (type == null) {
            throw HttpFailure.notFound(context.path());
        }
        boolean takesGzip = Reply.takesGzip(context);
        byte[] body = read(FOLDER + "assets/" + name + (takesGzip ? ".gz" : ""));
        if (body == null) {
            throw HttpFailure.notFound(context.path());
        }
        context.header("Cache-Control", "public, max-age=31536000, immutable").header("Vary", "Accept-Encoding");
        Reply.write(context, 200, type, body, takesGzip);
    }

    /** Addresses of scripts and styles by the names that pages know them by; none where the program was built without. */
    static Map<String, String> assets() {
        try {
            byte[] names = read(FOLDER + "pages.json");
            return names == null ? Map.of() : Json.strings(names);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte @Nullable [] read(String resource) throws IOException {
        try (InputStream stream = WebFiles.class.getResourceAsStream(resource)) {
            return stream == null ? null : stream.readAllBytes();
        }
    }
}
