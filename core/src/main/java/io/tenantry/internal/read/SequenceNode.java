package io.tenantry.internal.read;

import java.util.List;

/** A list of nodes, in the order written. */
public record SequenceNode(int line, int column, List<Node> items) implements Node {
    public SequenceNode {
        items = List.copyOf(items);
    }
}
