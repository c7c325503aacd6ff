package fr.jalon.schema;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/** Reads a path of the contract, a part of Cypher's patterns, from left to right. */
final class PathPattern {

    private static final String START = "(this)";
    private static final String END = "that";
    private static final OptionalInt ONE = OptionalInt.of(1);

    private final String text;
    private final String where;
    private int at;

    PathPattern(String text, String where) {
        this.text = text;
        this.where = where;
    }

    /** What stands in the round brackets where a hop ends. */
    private record Node(boolean last, @Nullable String label, List<Hop.Check> checks) {}

    /** What stands in the square brackets. */
    private record Relationships(List<String> types, int least, OptionalInt most) {}

    List<Hop> hops() {
        require(START);
        List<Hop> hops = new ArrayList<>();
        boolean ended = false;
        while (!ended) {
            boolean incoming = accept("<");
            require("-[:");
            Relationships followed = relationships();
            require(incoming ? "]-" : "]->");
            Node node = node();
            hops.add(new Hop(
                    followed.types(), !incoming, followed.least(), followed.most(), node.label(), node.checks()));
            ended = node.last();
        }
        if (at < text.length()) {
            throw expected("nothing behind (" + END + ")");
        }
        return List.copyOf(hops);
    }

    private Relationships relationships() {
        List<String> types = new ArrayList<>(List.of(word()));
        while (accept("|")) {
            types.add(word());
        }
        if (!accept("*")) {
            return new Relationships(types, 1, ONE);
        }
        OptionalInt least = number();
        OptionalInt most = accept("..") ? number() : least;
        return new Relationships(types, least.orElse(1), most);
    }

    private Node node() {
        require("(");
        boolean last = accept(END);
        String label = accept(":") ? word() : null;
        List<Hop.Check> checks = new ArrayList<>();
        if (last && accept(" WHERE ")) {
            do {
                checks.add(check());
            } while (accept(" AND "));
        }
        require(")");
        return new Node(last, label, List.copyOf(checks));
    }

    private Hop.Check check() {
        require(END + ".");
        String property = word();
        if (accept(" IS NULL")) {
            return new Hop.Check(property, null);
        }
        require(" = '");
        String value = word();
        require("'");
        return new Hop.Check(property, value);
    }

    private String word() {
        int from = at;
        while (at < text.length() && (Character.isLetterOrDigit(text.charAt(at)) || text.charAt(at) == '_')) {
            at++;
        }
        return Directives.identifier(text.substring(from, at));
    }

    private OptionalInt number() {
        int from = at;
        while (at < text.length() && Character.isDigit(text.charAt(at))) {
            at++;
        }
        return from == at ? OptionalInt.empty() : OptionalInt.of(Integer.parseInt(text.substring(from, at)));
    }

    private boolean accept(String next) {
        boolean found = text.startsWith(next, at);
        at += found ? next.length() : 0;
        return found;
    }

    private void require(String next) {
        if (!accept(next)) {
            throw expected(next);
        }
    }

    private ContractException expected(String what) {
        return new ContractException("%s: a path goes from (this) to (that); expected %s at character %s of %s"
                .formatted(where, what, at + 1, text));
    }
}
