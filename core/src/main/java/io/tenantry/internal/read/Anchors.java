package io.tenantry.internal.read;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The anchors of one document. A later anchor of the same name takes the place of the earlier. */
final class Anchors {
    private final Map<String, Anchor> byName = new HashMap<>();

    /** A node that aliases share, with what it weighs when written out. */
    static final class Anchor {
        private @Nullable Node node;
        private long nodes;
        private long characters;
        private int height;

        void close(Node node, int height, long nodes, long characters) {
            this.node = node;
            this.height = height;
            this.nodes = nodes;
            this.characters = characters;
        }

        /** Null while the anchored node is still open: an alias to it would contain itself. */
        @Nullable
        Node node() {
            return node;
        }

        long nodes() {
            return nodes;
        }

        long characters() {
            return characters;
        }

        /** Levels of collections: 0 for a scalar. */
        int height() {
            return height;
        }
    }

    Anchor open(String name) {
        Anchor anchor = new Anchor();
        byName.put(name, anchor);
        return anchor;
    }

    @Nullable
    Anchor find(String name) {
        return byName.get(name);
    }
}
