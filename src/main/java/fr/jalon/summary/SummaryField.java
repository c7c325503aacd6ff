package fr.jalon.summary;

import fr.jalon.execution.ComputedField;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Supplier;

/** The root field {@code summary}. */
public final class SummaryField implements ComputedField {

    private final String document = read();

    @Override
    public String name() {
        return "summary";
    }

    /** Its statements are large, so planning them on a cold graph takes longer than running them ever does. */
    @Override
    public Duration patience() {
        return Duration.ofMinutes(1);
    }

    @Override
    public String document() {
        return document;
    }

    @Override
    public Map<String, Object> answer(Map<String, Object> arguments, Map<String, Object> data) {
        String period = (String) Objects.requireNonNull(arguments.get("period"));
        Summary summary = Summary.of(period, Answer.of(data));
        Map<String, Object> fields = new HashMap<>();
        fields.put("period", period);
        fields.put("title", summary.title());
        fields.put("complete", summary.complete());
        fields.put("transcribedRoadmaps", Answer.Node.of(summary.transcribed()));
        fields.put("otherRoadmaps", Answer.Node.of(summary.others()));
        fields.put("dueByMinistry", each(summary.deadlines().ministries(), SummaryField::ministry));
        fields.put("dueByTheme", each(summary.deadlines().themes(), SummaryField::theme));
        fields.put("openings", each(summary.openings().kinds(), SummaryField::kind));
        fields.put("openMandates", Answer.Node.of(summary.gaps().mandates()));
        fields.put("unservedObjectives", each(summary.gaps().objectives(), SummaryField::objective));
        fields.put("contradictions", Answer.Node.of(summary.contradictions().all()));
        fields.put("documents", (Supplier<Object>) () -> Answer.Node.of(summary.documents()));
        for (SummaryFormat format : SummaryFormat.values()) {
            fields.put(format.word(), (Supplier<Object>) () -> format.text(summary.text()));
        }
        return fields;
    }

    private static Map<String, Object> ministry(Deadlines.Ministry due) {
        return Map.of("ministry", due.ministry().selected(), "actions", Answer.Node.of(due.actions()));
    }

    private static Map<String, Object> theme(Deadlines.Theme due) {
        return Map.of("theme", due.theme().selected(), "actions", Answer.Node.of(due.actions()));
    }

    private static Map<String, Object> kind(Openings.Kind kind) {
        return Map.of("kind", kind.kind(), "producers", each(kind.producers(), SummaryField::producer));
    }

    private static Map<String, Object> producer(Openings.Producer opening) {
        Map<String, Object> fields = new HashMap<>();
        fields.put("resources", Answer.Node.of(opening.resources()));
        if (opening.producer() != null) {
            fields.put("producer", opening.producer().selected());
        }
        return fields;
    }

    private static Map<String, Object> objective(Gaps.Unserved unserved) {
        return Map.of(
                "objective", unserved.objective().selected(),
                "servedBy", each(unserved.servedBy(), SummaryField::service));
    }

    private static Map<String, Object> service(Gaps.Service service) {
        return Map.of("roadmap", service.roadmap().selected(), "actions", service.actions());
    }

    private static <T> List<Map<String, Object>> each(List<T> all, Function<T, Map<String, Object>> fields) {
        return all.stream().map(fields).toList();
    }

    private static String read() {
        try (InputStream file = SummaryField.class.getResourceAsStream("/summary/summary.graphql")) {
            return new String(Objects.requireNonNull(file).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
