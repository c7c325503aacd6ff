package fr.jalon.http;

import io.javalin.http.Context;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;

/**
 * Reads bodies that clients post.
 *
 * @param mostBytes the largest it reads
 */
record PostBody(int mostBytes) {

    private static final long MOST_DRAINED = 16L << 20;

    /**
     * The body of a request.
     *
     * @throws HttpFailure 415 if it is not plain JSON in UTF-8 by its headers, 413 if it is too large
     */
    byte[] of(Context context) throws IOException {
        check(context);
        return read(context);
    }

    private static void check(Context context) {
        String given = context.header("Content-Type");
        List<HeaderList.Item> types =
                HeaderList.parse(given == null ? "" : given).items();
        boolean json = types.size() == 1
                && types.get(0).value().equals("application/json")
                && (types.get(0).charset() == null || types.get(0).charset().equals("utf-8"));
        if (!json) {
            throw HttpFailure.refused(
                    415,
                    "Content-Type is %s; expected application/json in UTF-8"
                            .formatted(given == null ? "missing" : given));
        }
        String encoding = context.header("Content-Encoding");
        if (encoding != null && !encoding.equalsIgnoreCase("identity")) {
            throw HttpFailure.refused(415, "Content-Encoding is %s; expected a body as it is".formatted(encoding));
        }
    }

    /** Reads one byte more than there may be, since only that finds the end; a length may be missing or wrong. */
    private byte[] read(Context context) throws IOException {
        InputStream sent = context.req().getInputStream();
        long told = context.req().getContentLengthLong();
        if (told <= mostBytes) {
            byte[] body = sent.readNBytes((told < 0 ? mostBytes : (int) told) + 1);
            if (body.length <= mostBytes) {
                return body;
            }
        }
        drain(sent);
        throw HttpFailure.refused(413, "The body is larger than %d bytes".formatted(mostBytes));
    }

    /** Lets a client finish what it sends, for one that is cut off in the middle does not get to read why. */
    static void drain(InputStream sent) throws IOException {
        byte[] passing = new byte[8192];
        int read = 0;
        for (long left = MOST_DRAINED; left > 0 && read >= 0; left -= read) {
            read = sent.read(passing);
        }
    }
}
