package fr.jalon.execution;

import fr.jalon.cypher.ReadRenderer;
import fr.jalon.plan.PageLimits;
import fr.jalon.plan.Planner;
import fr.jalon.plan.RootPlan;
import fr.jalon.schema.Contract;
import graphql.normalized.ExecutableNormalizedField;
import graphql.schema.GraphQLSchema;
import graphql.schema.GraphQLTypeUtil;

/** Makes a root field ready to be read; fails with a {@link fr.jalon.plan.PlanException}. */
final class RootCompiler {

    private final Planner planner;
    private final ReadRenderer renderer = new ReadRenderer();

    RootCompiler(Contract contract, PageLimits pages) {
        this.planner = new Planner(contract, pages);
    }

    Operation.Root.Read compile(ExecutableNormalizedField field) {
        return render(plan(field));
    }

    /** Fails where clients may not select what they do of the nodes that a field leads to, which is read by another. */
    void check(ExecutableNormalizedField field, GraphQLSchema schema) {
        planner.check(field, GraphQLTypeUtil.unwrapAll(field.getType(schema)).getName());
    }

    RootPlan plan(ExecutableNormalizedField field) {
        return planner.plan(field);
    }

    Operation.Root.Read render(RootPlan plan) {
        return new Operation.Root.Read(plan, renderer.render(plan));
    }
}
