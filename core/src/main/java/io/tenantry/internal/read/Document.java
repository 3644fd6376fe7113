package io.tenantry.internal.read;

import io.tenantry.Source;
import io.tenantry.validation.Location;

/**
 * One document of a source, with the text that its problems point into.
 *
 * @param flawed whether problems were reported while it was read, and the tree lacks what they are about
 */
public record Document(SourceText text, Node root, boolean flawed) {
    public Source source() {
        return text.source();
    }

    /** Where a node of this document stands. */
    public Location locate(Node node) {
        return text.at(node.line(), node.column());
    }
}
