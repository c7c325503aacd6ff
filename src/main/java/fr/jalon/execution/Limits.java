package fr.jalon.execution;

import fr.jalon.plan.PlanSize;
import graphql.language.Document;
import graphql.language.OperationDefinition;

/** Refuses what is beyond the limits; every check fails with {@link Refused}. */
final class Limits {

    private final OperationLimits limits;

    Limits(OperationLimits limits) {
        this.limits = limits;
    }

    /** A document that was parsed and nothing more. */
    void check(Document document) {
        DocumentMeasurer measurer = new DocumentMeasurer(document, limits.depth());
        document.getDefinitionsOfType(OperationDefinition.class).forEach(operation -> judge(measurer.of(operation)));
    }

    private void judge(DocumentSize size) {
        Refused.beyond("The operation is %d levels deep", size.depth(), limits.depth());
        Refused.beyond("The operation selects %d fields", size.fields(), limits.fields());
        Refused.beyond("The operation has %d aliases", size.aliases(), limits.aliases());
        Refused.beyond("The operation has %d directives", size.directives(), limits.directives());
        Refused.beyond("The operation has %d root fields", size.level(), limits.rootFields());
    }

    /** A plan that is not rendered yet. */
    void check(PlanSize size) {
        PlanSize most = limits.plan();
        Refused.beyond("The operation has %d conditions in filters and orders", size.conditions(), most.conditions());
        Refused.beyond("A filter follows relations within relations, %d deep", size.relations(), most.relations());
        Refused.beyond("A filter of the operation has a list of %d values", size.values(), most.values());
        Refused.beyond("The operation reads %d lists of nodes", size.lists(), most.lists());
        Refused.beyond("The operation reads lists within lists, %d deep", size.nesting(), most.nesting());
    }
}
