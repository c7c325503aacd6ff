package fr.jalon.http;

import fr.jalon.execution.CacheRoom;
import fr.jalon.execution.ErrorCode;
import fr.jalon.execution.GraphQlResponse;
import fr.jalon.execution.UnavailableException;
import fr.jalon.pages.Address;
import fr.jalon.pages.Frame;
import fr.jalon.pages.Page;
import fr.jalon.pages.PageException;
import fr.jalon.pages.Pages;
import fr.jalon.period.LegalTime;
import fr.jalon.tabular.ListExport;
import fr.jalon.tabular.TableFormat;
import io.javalin.http.Context;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** The pages for people: asks what a page asks, and sends what it makes of the answer. */
final class PageEndpoint {

    private static final String HTML = "text/html;charset=utf-8";
    private static final String NO_ANSWER = "La question de cette page n’a pas de réponse :";

    private final Answers answers;
    private final TableEndpoint tables;
    private final Pages pages;
    private final Map<String, String> assets;
    private final CompressedAnswers compressed = new CompressedAnswers(CacheRoom.PAGES);

    PageEndpoint(Answers answers, TableEndpoint tables, Pages pages) {
        this.answers = answers;
        this.tables = tables;
        this.pages = pages;
        this.assets = WebFiles.assets();
    }

    /** What is at the address of a request; throws {@link HttpFailure} 404 for whoever reads no pages. */
    void get(Context context) throws IOException {
        String path = context.path().substring(1);
        if (path.endsWith("/")) {
            // Links of a page are relative to its address without the slash.
            String bare = path.replaceAll("/+$", "");
            context.redirect("../" + bare.substring(bare.lastIndexOf('/') + 1));
            return;
        }
        Address address = seen(Address.of(path, QueryString.of(context)), context);
        try {
            Optional<Pages.Target> target = pages.at(address);
            if (target.isEmpty()) {
                requireReader(context);
                send(pages.missing(address), address, context);
            } else if (target.get() instanceof Pages.Target.Elsewhere elsewhere) {
                context.redirect(elsewhere.href());
            } else {
                answer(((Pages.Target.Found) target.get()).page(), address, context);
            }
        } catch (PageException e) {
            fail(e.status(), String.valueOf(e.getMessage()), "", address, context);
        }
    }

    /** A part that somebody else's page shows has links that hold there, too. */
    private static Address seen(Address address, Context context) {
        return address.parameters().containsKey("fragment")
                ? address.seenFrom("%s://%s/".formatted(context.scheme(), context.host()))
                : address;
    }

    private static void requireReader(Context context) {
        HeaderList accepted = HeaderList.of(context, "Accept");
        if (accepted.weightOf("text/html") <= accepted.weightOf(AnswerType.JSON.mediaType())) {
            throw HttpFailure.notFound(context.path());
        }
    }

    private void answer(Page page, Address address, Context context) throws IOException {
        Optional<TableFormat> format = page.isList() ? TableEndpoint.wanted(context) : Optional.empty();
        if (format.isPresent()) {
            Optional<GraphQlResponse> refused = tables.answer(page.request(), format.get(), context);
            refused.ifPresent(response -> fail(response, address, context));
        } else {
            context.res().addHeader("Vary", "Accept");
            send(page, address, context);
        }
    }

    private void send(Page page, Address address, Context context) throws IOException {
        LocalDate day = LegalTime.today();
        // A page says on which day it was read.
        String form = "text/html %s %s".formatted(day, address.href());
        Optional<GraphQlResponse> answer;
        try {
            answer = answers.to(page.request(), form, context);
        } catch (HttpFailure busy) {
            Reply.tell(context, busy);
            fail(
                    503,
                    "Le serveur est très occupé ; réessayez dans un instant.",
                    String.valueOf(busy.getMessage()),
                    address,
                    context);
            return;
        }
        if (answer.isPresent()) {
            show(page, answer.get(), () -> new Frame(address, assets, revision(), day, editor(page)), address, context);
        }
    }

    private void show(Page page, GraphQlResponse response, Supplier<Frame> frame, Address address, Context context) {
        Optional<byte[]> kept = compressed.kept(response);
        if (kept.isPresent()) {
            Reply.compressed(context, 200, HTML, kept.get());
        } else if (response.codes().isEmpty()) {
            make(page, response, frame, address, context);
        } else {
            fail(response, address, context);
        }
    }

    private void make(Page page, GraphQlResponse response, Supplier<Frame> frame, Address address, Context context) {
        Page.Shown shown = page.show(Pages.data(response.json()), frame.get());
        if (shown instanceof Page.Shown.Instead instead) {
            show(
                    instead.page(),
                    answers.page(Authenticator.asked(instead.page().request(), context)),
                    frame,
                    address,
                    context);
            return;
        }
        Page.Shown.Html html = (Page.Shown.Html) shown;
        byte[] body = html.text().getBytes(StandardCharsets.UTF_8);
        if (html.status() == 200) {
            Reply.compressed(context, 200, HTML, compressed.of(response, () -> body));
        } else {
            Reply.send(context, html.status(), HTML, body);
        }
    }

    private void fail(GraphQlResponse response, Address address, Context context) {
        int status = switch (ErrorCode.valueOf(response.codes().get(0))) {
            case BAD_REQUEST -> 400;
            case UNAUTHENTICATED -> 401;
            case FORBIDDEN -> 403;
            case INTERNAL -> 500;
            case TIMEOUT, TOO_COSTLY, UNAVAILABLE -> 503;
        };
        Object error = response.body().get("errors") instanceof List<?> errors ? errors.get(0) : Map.of();
        String detail = error instanceof Map<?, ?> map ? String.valueOf(map.get("message")) : "";
        fail(status, NO_ANSWER, detail, address, context);
    }

    private void fail(int status, String message, String detail, Address address, Context context) {
        context.header("Cache-Control", "no-store");
        Frame frame = new Frame(address, assets, "", LegalTime.today(), "");
        String text = pages.failure(frame, status, message, detail);
        Reply.send(context, status, HTML, text.getBytes(StandardCharsets.UTF_8));
    }

    private String revision() {
        try {
            return ListExport.shortened(answers.engine().version());
        } catch (UnavailableException away) {
            return "";
        }
    }

    /** The page's own query in the editor, behind the # so that no server on the way notes it. */
    private static String editor(Page page) {
        var request = page.request();
        String variables = request.variables().isEmpty()
                ? ""
                : "&variables=" + encoded(new String(Json.write(request.variables()), StandardCharsets.UTF_8));
        return "graphiql#query=" + encoded(request.query()) + variables;
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
