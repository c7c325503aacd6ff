package fr.jalon.cypher;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * A document with its variables, and the statements it becomes, as their blocks in the file.
 *
 * @param head the lines of the file that are not derived from others: the title, some prose, the document, the variables
 * @param derived the blocks of the statements, each followed by its parameters
 */
record CompilerCase(String name, String head, String query, Map<String, Object> variables, List<String> derived) {

    private static final Pattern NUMBERED = Pattern.compile("p\\d+");
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern CLAUSE =
            Pattern.compile("(?<!STARTS|OPTIONAL) (?=(?:OPTIONAL MATCH|MATCH|WHERE|WITH|RETURN) )");

    static Map<String, Object> object(String json) {
        try {
            return JSON.readValue(json, new TypeReference<>() {});
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(json, e);
        }
    }

    /** The blocks that the file ought to hold. */
    List<String> compiled() {
        return Compiler.compile(query, variables).stream()
                .flatMap(statement -> List.of(laidOut(statement.text()), parameters(statement.parameters())).stream())
                .toList();
    }

    @Override
    public String toString() {
        return name;
    }

    /** One clause a line, indented by the subqueries around it. */
    private static String laidOut(String cypher) {
        StringBuilder lines = new StringBuilder();
        int depth = 0;
        for (String clause : CLAUSE.splitAsStream(cypher).toList()) {
            lines.append(lines.isEmpty() ? "" : "\n").append("  ".repeat(depth)).append(clause);
            depth += count(clause, '{') - count(clause, '}');
        }
        return lines.toString();
    }

    private static int count(String text, char sign) {
        return (int) text.chars().filter(each -> each == sign).count();
    }

    private static String parameters(Map<String, Object> parameters) {
        Map<String, Object> sorted = new LinkedHashMap<>();
        parameters.entrySet().stream()
                .sorted(Comparator.<Map.Entry<String, Object>, Integer>comparing(entry -> number(entry.getKey()))
                        .thenComparing(Map.Entry::getKey))
                .forEach(entry -> sorted.put(entry.getKey(), shown(entry.getValue())));
        try {
            return JSON.writeValueAsString(sorted);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static int number(String parameter) {
        return NUMBERED.matcher(parameter).matches() ? Integer.parseInt(parameter.substring(1)) : Integer.MAX_VALUE;
    }

    private static Object shown(Object value) {
        if (value instanceof List<?> list) {
            return list.stream().map(CompilerCase::shown).toList();
        }
        return value instanceof LocalDate ? Map.of("date", value.toString()) : value;
    }
}
