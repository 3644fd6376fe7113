package io.tenantry.internal.read;

import io.tenantry.Source;
import io.tenantry.validation.Location;

/** One document of a source, with the text that its problems point into. */
public record Document(SourceText text, Node root) {
    public Source source() {
        return text.source();
    }

    /** Where a node of this document stands. */
    public Location locate(Node node) {
        return text.at(node.line(), node.column());
    }
}
