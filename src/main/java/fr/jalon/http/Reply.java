package fr.jalon.http;

import fr.jalon.http.observation.Exchange;
import io.javalin.http.Context;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.function.Supplier;
import java.util.zip.Deflater;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Writes answers as whole byte arrays, compressed where the client takes it, so that their length is always told. */
final class Reply {

    private static final Logger LOG = LoggerFactory.getLogger(Reply.class);

    private static final int WORTH_COMPRESSING = 1024;
    private static final String BODY = "body";
    private static final byte[] NOTHING = {};
    static final String JSON = "application/json;charset=utf-8";
    static final String TEXT = "text/plain;charset=utf-8";

    private Reply() {}

    static void json(Context context, int status, Object value) {
        send(context, status, JSON, Json.write(value));
    }

    static void failure(Context context, HttpFailure failure, AnswerType type) {
        tell(context, failure);
        send(context, failure.status(type), type.contentType(), Json.write(failure.body()));
    }

    /** Tells of a failure what goes into headers, counts and the log. */
    static void tell(Context context, HttpFailure failure) {
        Exchange.of(context).failsWith(List.of(failure.code()));
        if (isBodyLeft(context)) {
            // The connection ends then, and a client that is not told so sends its next request into the void.
            context.header("Connection", "close");
        }
        context.header("Cache-Control", "no-store");
        if (!failure.challenge().isEmpty()) {
            context.header("WWW-Authenticate", failure.challenge());
        }
        if (!failure.retryAfter().isZero()) {
            context.header(
                    "Retry-After",
                    String.valueOf(Math.max(1, failure.retryAfter().toSeconds())));
        }
    }

    static void send(Context context, int status, String contentType, byte[] body) {
        send(context, status, contentType, body, () -> gzip(body));
    }

    /** Sends a body, or what it shrank to where that is worth the while. */
    static void send(Context context, int status, String contentType, byte[] body, Supplier<byte[]> compressed) {
        context.res().addHeader("Vary", "Accept-Encoding");
        boolean compress = body.length >= WORTH_COMPRESSING && takesGzip(context);
        write(context, status, contentType, compress ? compressed.get() : body, compress);
    }

    /** Sends a body that is kept compressed, as it is to whoever takes it so. */
    static void compressed(Context context, int status, String contentType, byte[] gzipped) {
        context.res().addHeader("Vary", "Accept-Encoding");
        boolean compress = takesGzip(context);
        write(context, status, contentType, compress ? gzipped : gunzip(gzipped), compress);
    }

    /** Answers with a body that may be compressed already. */
    static void write(Context context, int status, String contentType, byte[] body, boolean gzipped) {
        if (gzipped) {
            context.header("Content-Encoding", "gzip");
        }
        context.status(status).contentType(contentType).header("Content-Length", String.valueOf(body.length));
        context.attribute(BODY, body);
    }

    /** A body that is written as it is made. */
    @FunctionalInterface
    interface Streamed {
        void writeTo(OutputStream out) throws IOException;
    }

    /** Answers with a body of a length that nobody knows yet. */
    static void stream(Context context, String contentType, boolean shrinks, Streamed body) {
        context.res().addHeader("Vary", "Accept-Encoding");
        boolean gzipped = shrinks && takesGzip(context);
        if (gzipped) {
            context.header("Content-Encoding", "gzip");
        }
        context.status(200).contentType(contentType);
        Streamed streamed = out -> {
            try (OutputStream to = gzipped ? new FastGzip(out) : out) {
                body.writeTo(to);
            }
        };
        context.attribute(BODY, context.method().name().equals("HEAD") ? (Streamed) out -> {} : streamed);
    }

    /**
     * Sends the body once all has been told of it, as it is, which Javalin would copy by a buffer of its own.
     *
     * <p>Only the connection can fail here. Where a client ends it at that moment, Jetty may take away the buffer that it is
     * writing from, and then fails by whatever that comes to.
     */
    static void deliver(Context context) {
        Object body = context.attribute(BODY);
        try {
            OutputStream out = context.res().getOutputStream();
            if (body instanceof Streamed streamed) {
                streamed.writeTo(out);
            } else {
                out.write(body == null ? NOTHING : (byte[]) body);
            }
        } catch (IOException | RuntimeException e) {
            LOG.debug("A client left before it was answered", e);
        }
    }

    private static boolean isBodyLeft(Context context) {
        boolean sent =
                context.req().getContentLengthLong() > 0 || HeaderList.joined(context, "Transfer-Encoding") != null;
        try {
            return sent && !context.req().getInputStream().isFinished();
        } catch (IOException e) {
            return true;
        }
    }

    static boolean takesGzip(Context context) {
        HeaderList accepted = HeaderList.of(context, "Accept-Encoding");
        return accepted.allows("gzip");
    }

    static byte[] gzip(byte[] body) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(body.length / 4);
        try (OutputStream gzip = new FastGzip(bytes)) {
            gzip.write(body);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static byte[] gunzip(byte[] gzipped) {
        try (InputStream body = new GZIPInputStream(new ByteArrayInputStream(gzipped))) {
            return body.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** JSON shrinks nearly as well at the lowest level, for a third of the time. */
    private static final class FastGzip extends GZIPOutputStream {
        FastGzip(OutputStream out) throws IOException {
            super(out);
            def.setLevel(Deflater.BEST_SPEED);
        }
    }
}
