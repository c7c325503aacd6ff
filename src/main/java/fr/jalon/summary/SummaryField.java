package fr.jalon.summary;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import fr.jalon.execution.ComputedField;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.reflect.RecordComponent;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The root field {@code summary}. */
public final class SummaryField implements ComputedField {

    private static final ObjectMapper JSON = new ObjectMapper();

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
        try (InputStream file = SummaryField.class.getResourceAsStream("/summary/summary.graphql")) {
            return new String(Objects.requireNonNull(file).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public Map<String, Object> answer(Map<String, Object> arguments, Map<String, Object> data) {
        String period = (String) Objects.requireNonNull(arguments.get("period"));
        Summary summary = Summary.of(period, JSON.convertValue(completed(data), Answer.class));
        Text text = Text.of(summary);
        Map<String, Object> fields = JSON.convertValue(summary, new TypeReference<Map<String, Object>>() {});
        fields.put("title", text.title());
        fields.put("documents", JSON.convertValue(text.documents(), Object.class));
        for (SummaryFormat format : SummaryFormat.values()) {
            fields.put(format.field(), format.write(text));
        }
        return fields;
    }

    /** What no selected field takes is not read. */
    private static Map<String, Object> completed(Map<String, Object> data) {
        Map<String, Object> completed = new HashMap<>(data);
        for (RecordComponent list : Answer.class.getRecordComponents()) {
            completed.putIfAbsent(list.getName(), Map.of("nodes", List.of()));
        }
        return completed;
    }
}
