package fr.jalon.seed.delivery;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a delivered table tells.
 *
 * @param columns that it has
 * @param axes sections of the roadmap, each after the one that holds it
 * @param actions in the order of their rows
 */
record Delivered(List<DeliveryColumn> columns, List<DeliveredRecord> axes, List<DeliveredRecord> actions) {

    Optional<DeliveredRecord> find(String id) {
        return Stream.concat(axes.stream(), actions.stream())
                .filter(each -> each.id().equals(id))
                .findFirst();
    }

    List<DeliveredRecord> of(String kind) {
        return kind.equals(RoadmapIds.AXIS) ? axes : actions;
    }

    /** What a place of the document is counted in. */
    String unit() {
        return columns.contains(DeliveryColumn.LINES) ? "LINE" : "PAGE";
    }
}
