package fr.jalon.execution;

import fr.jalon.plan.PlanSize;
import graphql.language.Document;
import graphql.language.OperationDefinition;
import graphql.parser.ParserOptions;
import java.util.function.ToIntFunction;

/** Refuses what is beyond the limits; every check fails with {@link Refused}. */
final class Limits {

    private final OperationLimits limits;
    private final ToIntFunction<String> cost;

    /** Limits where a root field, told by its name, counts as several. */
    Limits(OperationLimits limits, ToIntFunction<String> cost) {
        this.limits = limits;
        this.cost = cost;
    }

    /** What a document may be for the parser to go on. */
    ParserOptions parsing() {
        return ParserOptions.getDefaultOperationParserOptions()
                .transform(builder -> builder.maxTokens(limits.tokens()));
    }

    /** A document that was parsed and nothing more. */
    void check(Document document) {
        DocumentMeasurer measurer =
                new DocumentMeasurer(document, limits.document().depth(), cost);
        document.getDefinitionsOfType(OperationDefinition.class)
                .forEach(operation -> check(measurer.of(operation), Place.of(operation)));
    }

    /** An operation that is not measured by its document. */
    void checkRootFields(long number, Place place) {
        Refused.beyond(
                "The operation has %s root fields", number, limits.document().rootFields(), place);
    }

    private void check(DocumentSize size, Place place) {
        DocumentSize most = limits.document();
        Refused.beyond("The operation is %s levels deep", size.depth(), most.depth(), place);
        Refused.beyond("The operation selects %s fields", size.fields(), most.fields(), place);
        Refused.beyond("The operation has %s aliases", size.aliases(), most.aliases(), place);
        Refused.beyond("The operation has %s directives", size.directives(), most.directives(), place);
        checkRootFields(size.rootFields(), place);
    }

    /** What an operation asks up to the root field of that place; it is not rendered yet. */
    void check(PlanSize size, Place place) {
        PlanSize most = limits.plan();
        Refused.beyond(
                "The operation has %s conditions in filters and orders", size.conditions(), most.conditions(), place);
        Refused.beyond(
                "A filter or an order follows %s relations one from another",
                size.relations(), most.relations(), place);
        Refused.beyond("A filter has a list of %s values", size.values(), most.values(), place);
        Refused.beyond("The operation reads lists within lists, %s deep", size.nesting(), most.nesting(), place);
        Refused.beyond(
                "The operation reads %s lists of nodes, where one within another counts double",
                size.lists(), most.lists(), place);
    }
}
