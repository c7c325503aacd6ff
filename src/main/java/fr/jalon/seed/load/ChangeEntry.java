package fr.jalon.seed.load;

import fr.jalon.fact.FactTransaction;
import fr.jalon.fact.Report;
import fr.jalon.fact.Report.Effect;
import fr.jalon.fact.Report.Subject;
import fr.jalon.fact.StoredChange;
import fr.jalon.fact.StoredNode;
import fr.jalon.schema.Contract;
import fr.jalon.schema.GraphType;
import fr.jalon.seed.load.ChangeFiles.ChangeFilesException;
import fr.jalon.seed.load.ChangeFiles.Line;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A change as a line of a file: written from the graph, and entered in another. */
final class ChangeEntry {

    static final String ENTERED_AT = "enteredAt";

    private static final String NUMBER = "number";
    private static final String HOLDS_ON = "holdsOn";
    private static final String EVIDENCE = "evidence";
    private static final String EFFECTS = "effects";
    private static final String CREATES = "creates";
    private static final List<String> FIRST = List.of("kind", "of", "field", "before", "after");
    private static final List<String> LAST = List.of("note", EVIDENCE, "author", "account", "mandate", "channel");

    private final FactTransaction facts;
    private final Contract contract;

    ChangeEntry(FactTransaction facts, Contract contract) {
        this.facts = facts;
        this.contract = contract;
    }

    /** What the line of a change says, in the order in which it says it. */
    static Map<String, @Nullable Object> of(StoredChange change) {
        Map<String, Object> all = change.properties();
        Map<String, @Nullable Object> entry = new LinkedHashMap<>();
        entry.put(NUMBER, all.get(NUMBER));
        entry.put(ENTERED_AT, DateTimeFormatter.ISO_INSTANT.format((OffsetDateTime)
                Objects.requireNonNull(all.get(ENTERED_AT))));
        entry.put(HOLDS_ON, String.valueOf(all.get(HOLDS_ON)));
        FIRST.forEach(name -> put(entry, name, all.get(name)));
        put(entry, CREATES, all.get(CREATES));
        put(entry, EFFECTS, all.get(EFFECTS));
        LAST.forEach(name -> put(entry, name, all.get(name)));
        put(entry, "answers", change.answers());
        put(entry, "key", change.key());
        put(entry, "body", change.body());
        return entry;
    }

    private static void put(Map<String, @Nullable Object> entry, String name, @Nullable Object value) {
        if (value != null && !(value instanceof List<?> list && list.isEmpty())) {
            entry.put(name, value);
        }
    }

    /** Enters the changes that are not there yet; those that are must be the same. */
    static int restore(FactTransaction facts, Contract contract, List<Line> lines) {
        Map<Long, StoredChange> there = new HashMap<>();
        facts.read(StoredChange::all)
                .forEach(each -> there.put((Long) each.properties().get(NUMBER), each));
        long last = there.keySet().stream().mapToLong(each -> each).max().orElse(0);
        ChangeEntry entry = new ChangeEntry(facts, contract);
        int entered = 0;
        for (Line line : lines) {
            long number = line.entry().get(NUMBER) instanceof Number given ? given.longValue() : -1;
            StoredChange same = there.get(number);
            if (same == null && number <= last) {
                throw new ChangeFilesException(
                        line.where(),
                        "the graph has later changes, up to number %s, and not this one; expected a graph without changes"
                                .formatted(last));
            } else if (same == null) {
                entry.enter(line);
                last = number;
                entered++;
            } else if (!ChangeFiles.written(of(same)).equals(ChangeFiles.written(line.entry()))) {
                throw new ChangeFilesException(
                        line.where(), "the graph has another change of number %s".formatted(number));
            }
        }
        return entered;
    }

    /** Enters a change as it came in; fails with {@link ChangeFilesException} where it does not fit the graph. */
    void enter(Line line) {
        Map<String, @Nullable Object> entry = line.entry();
        try {
            Report.Author author = new Report.Author(
                    text(entry, "author"), text(entry, "account"), optional(entry, "mandate"), text(entry, "channel"));
            long number = ((Number) Objects.requireNonNull(entry.get(NUMBER), NUMBER)).longValue();
            Report report = report(line);
            facts.replay(report, author, number, OffsetDateTime.parse(text(entry, ENTERED_AT)));
            if (entry.get("key") != null) {
                facts.keep(
                        new Report.Receipt(text(entry, "key"), text(entry, "body")),
                        report.about().id(),
                        number);
            }
        } catch (NullPointerException missing) {
            throw new ChangeFilesException(line.where(), "\"%s\" is missing".formatted(missing.getMessage()));
        } catch (ClassCastException | DateTimeException | IllegalArgumentException unfit) {
            throw new ChangeFilesException(line.where(), "a value does not fit: " + unfit.getMessage());
        }
    }

    private Report report(Line line) {
        Map<String, @Nullable Object> entry = line.entry();
        Subject about = subject(line, text(entry, "of"));
        Report.@Nullable Creation creates = creation(entry);
        Long answers = entry.get("answers") instanceof Number given ? (Long) given.longValue() : null;
        List<Effect> effects = answers != null && text(entry, "kind").equals("WITHDRAWAL")
                ? facts.effects(answers)
                : effects(line, creates);
        return new Report(
                about,
                text(entry, "kind"),
                LocalDate.parse(text(entry, HOLDS_ON)),
                optional(entry, "field"),
                optional(entry, "before"),
                optional(entry, "after"),
                creates,
                effects,
                optional(entry, "note"),
                texts(entry, EVIDENCE),
                answers);
    }

    private List<Effect> effects(Line line, Report.@Nullable Creation creates) {
        List<Effect> effects = new ArrayList<>();
        for (String kept : texts(line.entry(), EFFECTS)) {
            Effect.Named named = Effect.Named.of(kept);
            Subject target = creates != null && creates.node().id().equals(named.target())
                    ? creates.node()
                    : subject(line, named.target());
            if (target.type().field(named.field()).isEmpty()) {
                throw new ChangeFilesException(
                        line.where(),
                        "%s has no field \"%s\"".formatted(target.type().name(), named.field()));
            }
            effects.add(new Effect(target, named.field(), named.value()));
        }
        return effects;
    }

    private Report.@Nullable Creation creation(Map<String, @Nullable Object> entry) {
        List<String> creates = texts(entry, CREATES);
        if (creates.isEmpty()) {
            return null;
        }
        GraphType type = contract.type(creates.get(1));
        return new Report.Creation(new Subject(type, creates.get(2)), creates.get(0));
    }

    private Subject subject(Line line, String id) {
        StoredNode node = facts.nodes(List.of(id)).get(id);
        return Optional.ofNullable(node)
                .flatMap(facts::type)
                .map(type -> new Subject(type, id))
                .orElseThrow(() -> new ChangeFilesException(
                        line.where(), "%s is not in the graph; load the seed that has it".formatted(id)));
    }

    private static String text(Map<String, @Nullable Object> entry, String name) {
        return String.valueOf(Objects.requireNonNull(entry.get(name), name));
    }

    private static @Nullable String optional(Map<String, @Nullable Object> entry, String name) {
        Object value = entry.get(name);
        return value == null ? null : String.valueOf(value);
    }

    private static List<String> texts(Map<String, @Nullable Object> entry, String name) {
        return entry.get(name) instanceof List<?> list
                ? list.stream().map(String::valueOf).toList()
                : List.of();
    }
}
