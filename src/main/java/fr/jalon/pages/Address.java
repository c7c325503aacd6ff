package fr.jalon.pages;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The address of a page, which holds all that it shows.
 *
 * @param root what leads from the page to the root of the server, such as {@code ../} or nothing
 * @param path below the root, without a slash at its start; empty for the first page
 * @param parameters every value of each, in the order of the address
 */
public record Address(String root, String path, Map<String, List<String>> parameters) {

    private static final String HERE = "./";

    /** An address as it was asked for, from which all links are relative: a proxy may serve it below a path. */
    public static Address of(String path, Map<String, List<String>> parameters) {
        long depth = path.chars().filter(each -> each == '/').count();
        return new Address("../".repeat((int) depth), path, parameters);
    }

    /** The same page with links that hold wherever they are shown. */
    public Address seenFrom(String base) {
        return new Address(base, path, parameters);
    }

    Optional<String> first(String name) {
        return all(name).stream()
                .map(String::strip)
                .filter(value -> !value.isEmpty())
                .findFirst();
    }

    List<String> all(String name) {
        return parameters.getOrDefault(name, List.of());
    }

    /** Another page, with these parameters only. */
    Address to(String other, Map<String, List<String>> others) {
        return new Address(root, other, others);
    }

    /** The same with one value of a parameter. */
    Address with(String name, String value) {
        return changed(name, List.of(value));
    }

    Address without(String name) {
        return changed(name, List.of());
    }

    /** The same with a value more, or without it where it is there. */
    Address toggled(String name, String value) {
        List<String> values = new ArrayList<>(all(name));
        if (!values.remove(value)) {
            values.add(value);
        }
        return changed(name, values);
    }

    private Address changed(String name, List<String> values) {
        Map<String, List<String>> others = new LinkedHashMap<>(parameters);
        if (values.isEmpty()) {
            others.remove(name);
        } else {
            others.put(name, values);
        }
        return new Address(root, path, others);
    }

    /** What a link to it holds. */
    public String href() {
        String query = parameters.entrySet().stream()
                .flatMap(each -> each.getValue().stream().map(value -> encoded(each.getKey()) + "=" + encoded(value)))
                .collect(Collectors.joining("&"));
        String page = root + path;
        return (page.isEmpty() ? HERE : page) + (query.isEmpty() ? "" : "?" + query);
    }

    /** Requires that every parameter is one of those that the page has; throws {@link PageException}. */
    void require(Set<String> known) {
        for (String name : parameters.keySet()) {
            if (!known.contains(name)) {
                throw PageException.badRequest(
                        known.isEmpty()
                                ? "Le paramètre « %s » n’existe pas : cette page n’en a aucun.".formatted(name)
                                : "Le paramètre « %s » n’existe pas ; cette page a : %s."
                                        .formatted(name, known.stream().sorted().collect(Collectors.joining(", "))));
            }
        }
    }

    /** Slashes and colons stay as they are, which a query may hold and people read more easily. */
    static String encoded(String text) {
        return Objects.requireNonNull(URLEncoder.encode(text, StandardCharsets.UTF_8))
                .replace("%2F", "/")
                .replace("%3A", ":");
    }
}
