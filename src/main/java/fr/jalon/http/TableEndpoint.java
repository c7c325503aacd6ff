package fr.jalon.http;

import fr.jalon.execution.AnswerKey;
import fr.jalon.execution.GraphQlRequest;
import fr.jalon.execution.GraphQlResponse;
import fr.jalon.http.observation.Exchange;
import fr.jalon.tabular.ListExport;
import fr.jalon.tabular.NoListException;
import fr.jalon.tabular.TableFormat;
import graphql.schema.idl.SchemaParser;
import graphql.schema.idl.UnExecutableSchemaGenerator;
import io.javalin.http.Context;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** {@code /graphql} as a table: all of the one list that a query reads, by {@code ?format=} or {@code Accept}. */
final class TableEndpoint {

    private static final String JSON = "json";

    private final Answers answers;
    private final String contract;
    private @Nullable ListExport export;

    /**
     * An endpoint that reads no contract before somebody wants a table.
     *
     * @param contract the schema as clients are served it
     */
    TableEndpoint(Answers answers, String contract) {
        this.answers = answers;
        this.contract = contract;
    }

    /** The format that a request wants, unless it is JSON; throws {@link HttpFailure} for one that there is not. */
    static Optional<TableFormat> wanted(Context context) {
        List<String> formats = QueryString.of(context).getOrDefault("format", List.of());
        if (!formats.isEmpty() && !formats.get(0).equals(JSON)) {
            return Optional.of(TableFormat.ofExtension(formats.get(0))
                    .orElseThrow(() -> HttpFailure.badRequest("format is \"%s\"; expected one of %s, json"
                            .formatted(formats.get(0), TableFormat.extensions()))));
        }
        HeaderList accepted = HeaderList.of(context, "Accept");
        double json = Stream.of(AnswerType.values())
                .mapToDouble(type -> accepted.weightOf(type.mediaType()))
                .max()
                .orElse(0);
        return Stream.of(TableFormat.values())
                .filter(format -> formats.isEmpty() && accepted.weightOf(format.mediaType()) > json)
                .max(Comparator.comparingDouble(format -> accepted.weightOf(format.mediaType())));
    }

    /**
     * Sends a table.
     *
     * @return the answer to send instead, where there is none
     * @throws HttpFailure 400 where the query has not one list at its root
     */
    Optional<GraphQlResponse> answer(GraphQlRequest request, TableFormat format, Context context) {
        Exchange.of(context).asks(request);
        context.header("Cache-Control", "no-store");
        ListExport.Result result = begin(Authenticator.asked(request, context), format);
        if (result instanceof ListExport.Result.Refused refused) {
            Exchange.of(context).failsWith(refused.response().codes());
            return Optional.of(refused.response());
        }
        ListExport.Table table = (ListExport.Table) result;
        context.header("Content-Disposition", "attachment; filename=\"" + table.fileName() + "\"");
        Reply.stream(context, format.contentType(), format == TableFormat.CSV, table::writeTo);
        return Optional.empty();
    }

    private ListExport.Result begin(GraphQlRequest request, TableFormat format) {
        try {
            return export().begin(request, format);
        } catch (NoListException e) {
            throw HttpFailure.badRequest(String.valueOf(e.getMessage()));
        }
    }

    private synchronized ListExport export() {
        ListExport made = export;
        if (made == null) {
            made = new ListExport(
                    UnExecutableSchemaGenerator.makeUnExecutableSchema(new SchemaParser().parse(contract)),
                    this::version,
                    answers::page);
            export = made;
        }
        return made;
    }

    private AnswerKey.Version version() {
        return answers.engine().version();
    }
}
