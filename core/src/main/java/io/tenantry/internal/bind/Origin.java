package io.tenantry.internal.bind;

import io.tenantry.internal.read.Document;
import io.tenantry.internal.read.MappingNode;
import io.tenantry.internal.read.Node;
import io.tenantry.internal.read.SequenceNode;
import io.tenantry.validation.Location;
import java.util.List;
import java.util.Optional;

/**
 * A mapping of a document that holds sections, and its path.
 *
 * @param path {@code spec}, {@code spec.namespaces[acme-dev]} or {@code spec.tenantDefaults}
 */
public record Origin(Document document, MappingNode mapping, String path) {

    /** Whether the section's key stands here directly, as shorthand. */
    boolean hasShorthand(Layer layer, String key) {
        return layer.section().shorthand().contains(key) && mapping.get(key).isPresent();
    }

    /** The place of the deepest of these keys that is written here. */
    public Location locate(List<String> keys) {
        Node node = mapping;
        for (var key : keys) {
            var next = child(node, key);
            if (next.isEmpty()) {
                break;
            }
            node = next.get();
        }
        return document.locate(node);
    }

    private static Optional<Node> child(Node node, String key) {
        if (node instanceof MappingNode map) {
            return map.get(key);
        }
        if (node instanceof SequenceNode list && key.matches("[0-9]{1,9}")) {
            int index = Integer.parseInt(key);
            return index < list.items().size() ? Optional.of(list.items().get(index)) : Optional.empty();
        }
        return Optional.empty();
    }
}
