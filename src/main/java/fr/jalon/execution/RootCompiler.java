package fr.jalon.execution;

import fr.jalon.cypher.ReadRenderer;
import fr.jalon.plan.PageLimits;
import fr.jalon.plan.Planner;
import fr.jalon.plan.RootPlan;
import fr.jalon.schema.Contract;
import graphql.normalized.ExecutableNormalizedField;

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

    RootPlan plan(ExecutableNormalizedField field) {
        return planner.plan(field);
    }

    Operation.Root.Read render(RootPlan plan) {
        return new Operation.Root.Read(plan, renderer.render(plan));
    }
}
