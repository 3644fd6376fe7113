package io.tenantry.internal.bind;

import io.tenantry.internal.read.MappingNode;
import io.tenantry.internal.read.Node;
import io.tenantry.internal.read.ScalarNode;
import java.util.List;

/** The {@code metadata} of a document: what it is called, and what tools note there for themselves. */
final class Metadata {
    private static final String KEY = "metadata";
    private static final List<String> NOTES = List.of("labels", "annotations");
    private static final List<String> KEYS = List.of("name", "labels", "annotations");

    private final Reports reports;
    private final MappingNode root;
    private final boolean ofTenant;

    Metadata(Reports reports, MappingNode root, boolean ofTenant) {
        this.reports = reports;
        this.root = root;
        this.ofTenant = ofTenant;
    }

    /** The name, or the empty string; reports nothing. */
    String name() {
        var metadata = root.get(KEY).orElse(root);
        return metadata instanceof MappingNode mapping
                        && mapping.get("name").orElse(mapping) instanceof ScalarNode name
                        && !name.isNull()
                ? name.text()
                : "";
    }

    /** Reports everything that is wrong. */
    void judge() {
        var metadata = root.get(KEY);
        if (metadata.isEmpty() || Binder.isNull(metadata.get())) {
            missingName(metadata.orElse(root));
        } else if (metadata.get() instanceof MappingNode mapping) {
            reports.unknownKeys(mapping, KEYS, KEY + ".", "remove it");
            judgeName(mapping);
            for (var notes : NOTES) {
                mapping.get(notes).ifPresent(node -> judgeNotes(node, notes));
            }
        } else {
            reports.mismatch(metadata.get(), KEY, "a mapping", "write name: NAME below it, indented");
        }
    }

    private void judgeName(MappingNode metadata) {
        var name = metadata.get("name");
        if (name.isPresent() && !(name.get() instanceof ScalarNode)) {
            reports.mismatch(name.get(), KEY + ".name", "a single value", "write one name behind the colon");
        } else if (name().isEmpty()) {
            missingName(name.orElse(metadata));
        }
    }

    private void missingName(Node at) {
        if (ofTenant) {
            reports.error("NAME_MISSING", at, KEY + ".name", "is missing", "name the tenant, such as name: acme-corp");
        }
    }

    /** What is neither a tool's nor where it has an effect would be lost without a word. */
    private void judgeNotes(Node node, String notes) {
        var path = KEY + "." + notes;
        if (!(node instanceof MappingNode mapping)) {
            if (!Binder.isNull(node)) {
                reports.mismatch(node, path, "a mapping", "remove it");
            }
            return;
        }
        for (var entry : mapping.entries()) {
            var key = entry.key().text();
            if (!KeyDomains.isOfTools(key)) {
                var fix = ofTenant ? "write it as spec." + notes + "." + key : "remove it";
                reports.error("KEY_MISPLACED", entry.key(), path + "." + key, "would reach no Namespace", fix);
            }
        }
    }
}
