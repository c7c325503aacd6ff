package fr.jalon.execution;

import fr.jalon.cypher.ReadRenderer;
import fr.jalon.execution.Runs.Reads;
import fr.jalon.neo4j.Graph;
import fr.jalon.neo4j.GraphException;
import fr.jalon.plan.PlanSize;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Gives operations that are asked again and again one statement a root field, which is planned beside what clients ask.
 *
 * <p>Level by level a question is answered soonest, for its statements are mostly planned already; one statement a root field
 * takes long to plan, and is then the faster one.
 */
final class Promotion {

    private static final Logger LOG = LoggerFactory.getLogger(Promotion.class);

    /** So many wait to be planned; what finds no room is offered again when it is asked again. */
    private static final int WAITING = 64;

    private static final int IDLE_SECONDS = 10;

    private final ReadRenderer renderer;
    private final OperationLimits limits;
    private final Reads reads;
    private final Executor planner;

    private Promotion(Graph graph, ReadRenderer renderer, OperationLimits limits, Executor planner) {
        this.reads = new Reads(graph);
        this.limits = limits;
        this.renderer = renderer;
        this.planner = planner;
    }

    /**
     * Plans on one thread, which ends while there is nothing to do.
     *
     * @param renderer of the statements that operations are to have
     * @param limits of these; an operation beyond them stays as it is
     */
    static Promotion beside(Graph graph, ReadRenderer renderer, OperationLimits limits) {
        ThreadPoolExecutor planner = new ThreadPoolExecutor(
                1, 1, IDLE_SECONDS, TimeUnit.SECONDS, new ArrayBlockingQueue<>(WAITING), task -> {
                    Thread thread = new Thread(task, "promotion");
                    thread.setDaemon(true);
                    return thread;
                });
        planner.setRejectedExecutionHandler(new ThreadPoolExecutor.DiscardPolicy());
        planner.allowCoreThreadTimeOut(true);
        return new Promotion(graph, renderer, limits, planner);
    }

    /**
     * Has an operation planned anew, and tried beside the form it has.
     *
     * @param texts those that one of its requests gave, for the graph plans by the types of parameters
     * @param ready is given the operation once the graph knows its plans, if it is faster with them
     */
    void plan(Operation operation, List<String> texts, Consumer<Operation> ready) {
        PlanSize size =
                operation.reads().map(read -> renderer.size(read.plan())).reduce(PlanSize.NONE, PlanSize::plus);
        if (!limits.allow(size)) {
            return;
        }
        planner.execute(() -> {
            try {
                Operation whole = operation.renderedBy(renderer);
                if (isFaster(whole.given(texts), operation.given(texts))) {
                    ready.accept(whole);
                }
            } catch (GraphException e) {
                LOG.debug("An operation stays as it is", e);
            }
        });
    }

    /** A node that many lead to is read once level by level, and again and again by one statement. */
    private boolean isFaster(Operation whole, Operation byLevel) {
        // The first time the graph plans it.
        nanos(whole);
        return nanos(whole) < nanos(byLevel);
    }

    private long nanos(Operation operation) {
        long start = System.nanoTime();
        reads.answer(operation);
        return System.nanoTime() - start;
    }
}
