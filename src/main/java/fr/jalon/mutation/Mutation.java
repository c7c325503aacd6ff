package fr.jalon.mutation;

import fr.jalon.access.Act;
import fr.jalon.fact.Report;

/** One field of the contract's mutations: what it checks, and what it reports. */
interface Mutation {

    /** Name of the field. */
    String name();

    /** What whoever calls it has to be allowed to do. */
    Act act();

    /** What the input names. */
    Named named();

    /** What is reported, once the input fits the graph as it stands; fails with {@link UserError.Invalid} where it does not. */
    Report report(Attempt attempt);

    /** Does what else follows, in the same transaction. */
    default void follow(Attempt attempt) {}

    /**
     * The node that an input names.
     *
     * @param key name of the id in the input
     * @param type of the contract
     * @param owner field that leads to that node, where it is another; empty where it is the same
     */
    record Named(String key, String type, String owner) {

        static Named of(String key, String type) {
            return new Named(key, type, "");
        }

        static Named change() {
            return new Named("change", "Change", "about");
        }
    }
}
