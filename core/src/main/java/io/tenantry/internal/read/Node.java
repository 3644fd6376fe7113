package io.tenantry.internal.read;

/**
 * One positioned value of a document. What a scalar means is left to the schema: nothing is typed here.
 *
 * <p>Nodes are immutable. An alias shares the node of its anchor, so one node may occur in several places.
 */
public sealed interface Node permits MappingNode, SequenceNode, ScalarNode {
    /** The 1-based line where the node begins. */
    int line();

    /** The 1-based column where the node begins, in code points. */
    int column();
}
