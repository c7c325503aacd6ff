package fr.jalon.seed.file;

import fr.jalon.seed.record.RecordKeys;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Writes places as people do, a single one without the brackets of a list. */
public final class ShortPlaces {

    private ShortPlaces() {}

    /** The same record, with its places and those of its parts written short. */
    public static Map<String, Object> in(Map<?, ?> record) {
        Map<String, Object> written = new LinkedHashMap<>();
        record.forEach((key, value) -> written.put(String.valueOf(key), in(String.valueOf(key), value)));
        return written;
    }

    /** The same for the value of one key. */
    static Object in(String key, Object value) {
        if (value instanceof List<?> list) {
            return key.equals(RecordKeys.AT) && list.size() == 1
                    ? in("", list.get(0))
                    : list.stream().map(each -> in("", each)).toList();
        }
        return value instanceof Map<?, ?> map ? in(map) : value;
    }
}
