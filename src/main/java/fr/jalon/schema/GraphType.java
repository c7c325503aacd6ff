package fr.jalon.schema;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A type of the contract whose instances are nodes of the graph.
 *
 * @param name name of the type
 * @param labels every label its nodes have; for an interface, the one label that finds them all, or none
 * @param members names of the concrete types: itself, or what implements the interface
 * @param seedKey key under which seed files list its records, if they do
 * @param idPrefix start of the public ids of its nodes, without the slash
 * @param key for a record that lives inside its owner's: the fields that tell it from its siblings
 * @param uncited of a type whose nodes are no facts of documents, why not
 * @param restatements which of its fields state another one as well; of an interface none
 * @param evidence what the sources have to show of its records; of an interface nothing
 * @param caption what the labels of its nodes follow from; null where they are stated, and of an interface
 * @param fields by name, in the order of the contract; of an interface, those it maps itself and those its members map alike
 */
public record GraphType(
        String name,
        List<String> labels,
        List<String> members,
        @Nullable String seedKey,
        String idPrefix,
        @Nullable List<String> key,
        @Nullable String uncited,
        List<Restatement> restatements,
        Evidence evidence,
        @Nullable Caption caption,
        Map<String, GraphField> fields) {

    /** Label on every node of the graph. */
    public static final String NODE = "Node";

    /** Interface of the facts that can be traced to a document. */
    public static final String CITED = "Cited";

    /** Whether several concrete types stand behind it. */
    public boolean isAbstract() {
        return members.size() != 1 || !members.get(0).equals(name);
    }

    /** The label that finds its nodes. */
    public String label() {
        return labels.isEmpty() ? NODE : labels.get(0);
    }

    /** The field of that name, if it is mapped. */
    public Optional<GraphField> field(String fieldName) {
        return Optional.ofNullable(fields.get(fieldName));
    }

    /** The property of that name, if there is one. */
    public Optional<PropertyField> property(String fieldName) {
        return field(fieldName).filter(PropertyField.class::isInstance).map(PropertyField.class::cast);
    }

    /** The relationship of that name, if there is one. */
    public Optional<RelationshipField> relationship(String fieldName) {
        return field(fieldName).filter(RelationshipField.class::isInstance).map(RelationshipField.class::cast);
    }
}
