package fr.jalon.cypher;

/** What a statement returns of the nodes that it finds. */
enum NodeForm {
    /** What is selected of them, however deep: one statement reads a whole root field. */
    VALUES,
    /** The nodes as they stand, of which the rest is read level by level, see {@link RelatedStatements}. */
    NODES
}
