package fr.jalon.seed.delivery;

import fr.jalon.period.Period;
import fr.jalon.period.PeriodFormatException;
import fr.jalon.seed.record.RecordKeys;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Merges a record as it is written with the same record of a delivered sheet; the base of both is what the sheet that the
 * seed itself makes states of it.
 *
 * <p>Whatever the sheet has no column for is the same in base and delivery, and so stays as it is written.
 */
final class ThreeWayMerge {

    /** The keys by which the records of a list are told apart. */
    private static final Map<String, List<String>> IDENTITIES = Map.of(
            "statedDeadlines", List.of("part", "period"),
            "alignments", List.of("objective"),
            "indicators", List.of("label"),
            "references", List.of("to", "raw"));

    private ThreeWayMerge() {}

    /** The written record with every change between the two others, but for the keys that are left alone. */
    static Map<String, Object> merged(
            Map<String, Object> written,
            Map<String, Object> base,
            Map<String, Object> delivered,
            Set<String> leftAlone) {
        Map<String, Object> merged = new LinkedHashMap<>();
        for (String key : keys(written, delivered)) {
            Object before = base.get(key);
            Object after = delivered.get(key);
            Object value = written.get(key);
            if (!leftAlone.contains(key) && !Objects.equals(before, after)) {
                value = before instanceof List || after instanceof List
                        ? list(key, items(value), items(before), items(after))
                        : after;
            }
            if (value != null && !value.equals(List.of())) {
                merged.put(key, value);
            }
        }
        return merged;
    }

    /** Keys as they are written; a new one behind that which it follows in the sheet's record. */
    private static List<String> keys(Map<String, Object> written, Map<String, Object> delivered) {
        List<String> keys = new ArrayList<>(written.keySet());
        int position = 0;
        for (String key : delivered.keySet()) {
            if (!keys.contains(key)) {
                keys.add(position, key);
            }
            position = keys.indexOf(key) + 1;
        }
        return keys;
    }

    private static List<Object> list(String key, List<Object> written, List<Object> base, List<Object> delivered) {
        Map<String, Object> before = byIdentity(key, base);
        Map<String, Object> after = byIdentity(key, delivered);
        Map<String, Object> ours = byIdentity(key, written);
        List<Object> merged = new ArrayList<>();
        ours.forEach((identity, item) -> {
            if (after.containsKey(identity) || !before.containsKey(identity)) {
                merged.add(item(item, before.get(identity), after.get(identity)));
            }
        });
        after.forEach((identity, item) -> {
            if (!ours.containsKey(identity) && !before.containsKey(identity)) {
                merged.add(item);
            }
        });
        if (key.equals(RecordKeys.AT) && !after.keySet().equals(before.keySet())) {
            List<String> order = List.copyOf(after.keySet());
            merged.sort(Comparator.comparingInt(item -> rank(order, identity(key, item))));
        }
        return merged;
    }

    /** What the sheet does not have, such as a place in another document, comes last. */
    private static int rank(List<String> order, String identity) {
        int index = order.indexOf(identity);
        return index < 0 ? order.size() : index;
    }

    /** Where a part of a record is stated is finer in the file than a sheet can tell. */
    private static Object item(Object written, @Nullable Object base, @Nullable Object delivered) {
        return written instanceof Map && base instanceof Map && delivered instanceof Map
                ? merged(map(written), map(base), map(delivered), Set.of(RecordKeys.AT))
                : written;
    }

    private static Map<String, Object> byIdentity(String key, List<Object> items) {
        Map<String, Object> byIdentity = new LinkedHashMap<>();
        items.forEach(item -> byIdentity.putIfAbsent(identity(key, item), item));
        return byIdentity;
    }

    private static String identity(String key, Object item) {
        if (item instanceof Map && IDENTITIES.containsKey(key)) {
            Map<String, Object> record = map(item);
            return IDENTITIES.getOrDefault(key, List.of()).stream()
                    .map(each -> each.equals("period") ? period(record.get(each)) : composed(record.get(each)))
                    .collect(Collectors.joining("\n"));
        }
        String text = composed(item);
        return key.equals("about") ? text.substring(text.indexOf('/') + 1) : text;
    }

    /** A letter and its mark are one character in sheets, and may be two in files that a Mac wrote. */
    private static String composed(@Nullable Object value) {
        return Normalizer.normalize(String.valueOf(value), Normalizer.Form.NFC);
    }

    private static String period(@Nullable Object text) {
        try {
            return Period.parse(String.valueOf(text)).id();
        } catch (PeriodFormatException e) {
            return String.valueOf(text);
        }
    }

    private static List<Object> items(@Nullable Object value) {
        if (value instanceof List<?> list) {
            return List.copyOf(list);
        }
        return value == null ? List.of() : List.of(value);
    }

    private static Map<String, Object> map(Object value) {
        Map<String, Object> map = new LinkedHashMap<>();
        ((Map<?, ?>) value).forEach((key, each) -> map.put(String.valueOf(key), Objects.requireNonNull(each)));
        return map;
    }
}
