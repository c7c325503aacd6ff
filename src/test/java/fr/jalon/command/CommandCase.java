package fr.jalon.command;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A command line that fails, of the tables in {@code commands/}. */
record CommandCase(
        String name,
        List<String> command,
        @Nullable Map<String, String> environment,
        int code,
        @Nullable String output,
        String error) {

    static List<CommandCase> of(String table) throws IOException {
        try (InputStream cases = CommandCase.class.getResourceAsStream("/commands/" + table)) {
            return new YAMLMapper().readValue(cases, new TypeReference<>() {});
        }
    }

    /** The case with a word for a name in braces. */
    CommandCase with(String name, Object word) {
        String braced = "{" + name + "}";
        String text = String.valueOf(word);
        Map<String, String> settings = new TreeMap<>(Objects.requireNonNullElse(environment, Map.of()));
        settings.replaceAll((key, value) -> value.replace(braced, text));
        return new CommandCase(
                this.name,
                command.stream().map(each -> each.replace(braced, text)).toList(),
                settings,
                code,
                output,
                error.replace(braced, text));
    }

    @Override
    public String toString() {
        return name;
    }
}
