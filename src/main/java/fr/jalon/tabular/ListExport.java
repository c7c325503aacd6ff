package fr.jalon.tabular;

import fr.jalon.execution.AnswerKey.Version;
import fr.jalon.execution.ErrorCode;
import fr.jalon.execution.GraphQlRequest;
import fr.jalon.execution.GraphQlResponse;
import fr.jalon.execution.UnavailableException;
import fr.jalon.period.LegalTime;
import graphql.schema.GraphQLSchema;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Reads all of a list, a page at a time, while the graph stays the same, and writes it as a table: every item that the query's
 * filter lets through, in its order, whatever page it asked for.
 */
public final class ListExport {

    /** Sizes of pages, the largest first; a smaller one is tried where one asks for more than the limits allow. */
    private static final List<Integer> SIZES = List.of(500, 100, 20, 5);

    private static final int SHORT_REVISION = 8;

    private final GraphQLSchema schema;
    private final Supplier<Version> version;
    private final Function<GraphQlRequest, GraphQlResponse> engine;

    /**
     * An export of what an engine answers.
     *
     * @param version of what is answered, asked again for each page
     */
    public ListExport(
            GraphQLSchema schema, Supplier<Version> version, Function<GraphQlRequest, GraphQlResponse> engine) {
        this.schema = schema;
        this.version = version;
        this.engine = engine;
    }

    /** What comes of a query: a {@link Table} that begins, or the answer that says why there is none. */
    public sealed interface Result {

        /** No page could be read. */
        record Refused(GraphQlResponse response) implements Result {}
    }

    /** Reads the first page; throws {@link NoListException} where the query has not one list at its root. */
    public Result begin(GraphQlRequest request, TableFormat format) {
        Optional<ListQuery> query = ListQuery.of(schema, request);
        if (query.isEmpty()) {
            return new Result.Refused(engine.apply(request));
        }
        format.requireColumns(query.get().columns());
        Version began;
        try {
            began = version.get();
        } catch (UnavailableException away) {
            return new Result.Refused(away.response());
        }
        for (int size : SIZES) {
            GraphQlResponse first = engine.apply(query.get().page(size, null));
            boolean last = size == SIZES.get(SIZES.size() - 1) || query.get().items() == null;
            if (first.codes().isEmpty()) {
                return new Table(query.get(), size, first, began, format);
            } else if (last || first.codes().contains(ErrorCode.UNAVAILABLE.name())) {
                return new Result.Refused(first);
            }
        }
        throw new IllegalStateException("there is a last size");
    }

    /** A table whose first page is read. */
    public final class Table implements Result {

        private final ListQuery query;
        private final int size;
        private final GraphQlResponse first;
        private final Version began;
        private final TableFormat format;
        private final TableOrigin origin;

        private Table(ListQuery query, int size, GraphQlResponse first, Version began, TableFormat format) {
            this.query = query;
            this.size = size;
            this.first = first;
            this.began = began;
            this.format = format;
            this.origin = new TableOrigin(
                    query.root(),
                    shortened(began),
                    LegalTime.today(),
                    query.request().query());
        }

        /** Name of a file for it, with the date and the revision. */
        public String fileName() {
            return origin.fileName() + "." + format.extension();
        }

        /** Writes all of it; where the graph changes or a page fails meanwhile, the last row says so. */
        public void writeTo(OutputStream out) throws IOException {
            try (TableWriter writer = format.writer(out, query.columns(), origin)) {
                @Nullable String after = write(first, writer);
                while (after != null) {
                    GraphQlResponse next = engine.apply(query.page(size, after));
                    @Nullable String fault = fault(next);
                    if (fault != null) {
                        writer.cutShort("Liste interrompue : " + fault);
                        return;
                    }
                    after = write(next, writer);
                }
            }
        }

        private @Nullable String fault(GraphQlResponse page) {
            if (!page.codes().isEmpty()) {
                return "une page n'a pas pu être lue (%s)."
                        .formatted(page.codes().get(0));
            }
            try {
                return version.get().equals(began) ? null : "le graphe a changé pendant la lecture.";
            } catch (UnavailableException away) {
                return "le graphe n'est plus joignable.";
            }
        }

        /** Writes the rows of a page; the cursor of the next, null behind the last. */
        private @Nullable String write(GraphQlResponse page, TableWriter writer) throws IOException {
            Object list = page.body().get("data") instanceof Map<?, ?> data ? data.get(query.root()) : null;
            Object items = query.items() != null && list instanceof Map<?, ?> connection
                    ? connection.get(query.items())
                    : list;
            for (Object item : items instanceof List<?> all ? all : List.of()) {
                List<@Nullable Object> cells = new ArrayList<>();
                for (Column column : query.columns()) {
                    cells.add(item == null ? null : column.cell(item));
                }
                writer.row(cells);
            }
            return list instanceof Map<?, ?> connection
                            && connection.get("pageInfo") instanceof Map<?, ?> info
                            && Boolean.TRUE.equals(info.get("hasNextPage"))
                    ? String.valueOf(info.get("endCursor"))
                    : null;
        }
    }

    /** The revision of a version in a few letters, for people to compare; empty where it is not told. */
    public static String shortened(Version version) {
        String revision = version instanceof Version.Exact exact ? exact.revision() : "";
        String plain = revision.replaceAll("[^A-Za-z0-9]", "");
        return plain.length() <= SHORT_REVISION ? plain : plain.substring(plain.length() - SHORT_REVISION);
    }
}
