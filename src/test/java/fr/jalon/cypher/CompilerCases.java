package fr.jalon.cypher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A file of cases in AsciiDoc: a title, a GraphQL block, a JSON block of variables where it takes any, then for each
 * statement a Cypher block and a JSON block of its parameters. Line breaks in Cypher are for the reader only.
 */
record CompilerCases(Path file, String title, List<CompilerCase> cases) {

    private static final Path FOLDER = Path.of("src/test/resources/cypher");
    private static final Pattern TITLE = Pattern.compile("(?m)^== ");
    private static final Pattern BLOCK = Pattern.compile("\\[source,(\\w+)]\n----\n(.*?)\n----\n", Pattern.DOTALL);

    static List<CompilerCases> all() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            List<CompilerCases> all = new ArrayList<>();
            for (Path file : files.sorted().toList()) {
                all.add(read(file));
            }
            return all;
        }
    }

    /** Writes every block anew that is derived from others. */
    void rewrite() throws IOException {
        StringBuilder text = new StringBuilder(title);
        for (CompilerCase each : cases) {
            text.append("== ").append(each.head().strip()).append("\n");
            List<String> blocks = each.compiled();
            for (int i = 0; i < blocks.size(); i++) {
                text.append("\n[source,%s]\n----\n%s\n----\n".formatted(i % 2 == 0 ? "cypher" : "json", blocks.get(i)));
            }
            text.append("\n");
        }
        Files.writeString(file, text.toString().stripTrailing() + "\n");
    }

    private static CompilerCases read(Path file) throws IOException {
        List<String> parts = TITLE.splitAsStream(Files.readString(file)).toList();
        List<CompilerCase> cases =
                parts.stream().skip(1).map(CompilerCases::parsed).toList();
        return new CompilerCases(file, parts.get(0), cases);
    }

    private static CompilerCase parsed(String text) {
        String name = text.lines().findFirst().orElseThrow();
        String query = "";
        Map<String, Object> variables = Map.of();
        List<String> derived = new ArrayList<>();
        int head = 0;
        Matcher block = BLOCK.matcher(text);
        while (block.find()) {
            String content = block.group(2);
            if (block.group(1).equals("graphql")) {
                query = content;
                head = block.end();
            } else if (block.group(1).equals("json") && derived.isEmpty()) {
                variables = CompilerCase.object(content);
                head = block.end();
            } else {
                derived.add(content);
            }
        }
        return new CompilerCase(name, text.substring(0, head), query, variables, derived);
    }
}
