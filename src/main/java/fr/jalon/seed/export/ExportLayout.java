package fr.jalon.seed.export;

import fr.jalon.fact.StatedNode;
import fr.jalon.schema.Contract;
import fr.jalon.schema.GraphField;
import fr.jalon.schema.GraphType;
import fr.jalon.schema.RelationshipField;
import fr.jalon.schema.Route;
import fr.jalon.seed.file.SeedFileReader;
import java.util.Objects;
import java.util.Optional;

/** Finds the file a record belongs in: its type's, or that of the one other record it always belongs to. */
final class ExportLayout {

    private final Contract contract;
    private final WrittenEdges edges;

    ExportLayout(Contract contract, WrittenEdges edges) {
        this.contract = contract;
        this.edges = edges;
    }

    /** Path inside the seed folder, such as {@code themes.yaml} or {@code roadmaps/spm-2021.yaml}. */
    String path(StatedNode node) {
        for (GraphField each : node.type().fields().values()) {
            if (each instanceof RelationshipField field && isHome(node.type(), field)) {
                Optional<String> home = edges.others(node.id(), field.name()).stream()
                        .filter(SeedFileReader::isId)
                        .findFirst();
                if (home.isPresent()) {
                    String slug = home.get().substring(home.get().indexOf('/'));
                    return contract.type(field.target()).seedKey() + slug + ".yaml";
                }
            }
        }
        return Objects.requireNonNull(node.type().seedKey()) + ".yaml";
    }

    /** Whether each record of a type belongs to one other by the field, and is among those which that one lists. */
    private boolean isHome(GraphType type, RelationshipField field) {
        GraphType target = contract.type(field.target());
        return field.nonNull()
                && field.shape() == RelationshipField.Shape.ONE
                && target.seedKey() != null
                && field.route() instanceof Route.Step step
                && target.fields().values().stream()
                        .anyMatch(each -> each instanceof RelationshipField back
                                && back.target().equals(type.name())
                                && back.route().equals(new Route.Step(step.type(), !step.outgoing())));
    }
}
