package fr.jalon.schema;

import java.util.List;

/** How the graph leads from a node to related ones: hop by hop. */
public sealed interface Route {

    /** The hops in their order, at least one; the last ends at the related nodes. */
    List<Hop> hops();

    /**
     * One relationship; seed files write it.
     *
     * @param type relationship type
     * @param outgoing whether it points away from the node
     */
    record Step(String type, boolean outgoing) implements Route {
        @Override
        public List<Hop> hops() {
            return List.of(Hop.once(type, outgoing));
        }
    }

    /** A read-only path, which may lead to the same node twice. */
    record Path(List<Hop> hops) implements Route {

        /**
         * Reads the pattern of a {@code @path} or a {@code @dimension}: {@code (this)}, hops as
         * {@code -[:TYPE|OTHER*0..2]->(:Label)}, and {@code (that:Label WHERE that.kind = 'WORD' AND that.until IS NULL)}.
         *
         * @param where the pattern stands in the contract, for messages
         * @throws ContractException if it is no such pattern
         */
        static Path parse(String pattern, String where) {
            return new Path(new PathPattern(pattern, where).hops());
        }
    }
}
