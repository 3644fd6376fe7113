package io.tenantry.internal.bind;

import io.tenantry.internal.read.Document;
import io.tenantry.internal.read.MappingNode;
import io.tenantry.internal.read.Node;
import io.tenantry.internal.read.ScalarNode;
import io.tenantry.validation.Suggestion;
import java.util.List;
import java.util.Optional;

/**
 * The outer keys of a document: what it is, what it is called, and its {@code spec}.
 *
 * @param name empty when it has none, which was reported for a tenant
 */
record Envelope(Reports reports, String kind, String name, Origin root, Origin spec) {
    static final String API_VERSION = "tenantry.io/v1alpha1";
    static final String TENANT = "Tenant";
    static final String CLUSTER_PROFILE = "ClusterProfile";

    private static final List<String> KEYS = List.of("apiVersion", "kind", "metadata", "spec");

    /** The envelope, or nothing after its problems were reported. */
    static Optional<Envelope> open(Reports reports) {
        var document = reports.document();
        if (!(document.root() instanceof MappingNode root)) {
            reports.error(
                    "DOCUMENT_NOT_A_MAPPING",
                    document.root(),
                    "",
                    "the document is not a mapping",
                    "begin it with apiVersion: " + API_VERSION + " and kind: " + TENANT);
            return Optional.empty();
        }
        var kind = text(root, "kind");
        var metadata = new Metadata(reports, root, kind.equals(TENANT));
        if (kind.equals(TENANT)) {
            reports.nameTenant(metadata.name());
        }
        reports.unknownKeys(root, KEYS, "", "write it under spec");
        boolean ours = expect(reports, root, "apiVersion", List.of(API_VERSION));
        ours &= expect(reports, root, "kind", List.of(TENANT, CLUSTER_PROFILE));
        if (!ours) {
            return Optional.empty();
        }
        metadata.judge();
        var origin = new Origin(document, root, "");
        return Optional.of(new Envelope(reports, kind, metadata.name(), origin, spec(reports, document, root)));
    }

    private static Origin spec(Reports reports, Document document, MappingNode root) {
        var spec = root.get("spec");
        if (spec.isPresent() && spec.get() instanceof MappingNode mapping) {
            return new Origin(document, mapping, "spec");
        }
        if (spec.isPresent() && !Binder.isNull(spec.get())) {
            reports.mismatch(spec.get(), "spec", "a mapping", "write its keys below it, indented");
        }
        return new Origin(document, MappingNode.of(root.line(), root.column(), List.of()), "spec");
    }

    private static boolean expect(Reports reports, MappingNode root, String key, List<String> values) {
        var node = root.get(key);
        var wanted = String.join(" or ", values);
        if (node.isEmpty()) {
            reports.error(
                    code(key), root, key, "is missing but must be " + wanted, "write " + key + ": " + values.get(0));
            return false;
        }
        if (values.contains(text(root, key))) {
            return true;
        }
        var shown = node.get() instanceof ScalarNode scalar ? ScalarReader.shown(scalar) : "no text";
        var fix = Suggestion.nearest(text(root, key), values)
                .map(value -> "write " + value)
                .orElse(key.equals("kind") ? "keep documents of other kinds in other files" : "write " + values.get(0));
        reports.error(code(key), node.get(), key, "is " + shown + " but must be " + wanted, fix);
        return false;
    }

    private static String code(String key) {
        return key.equals("kind") ? "KIND_UNKNOWN" : "API_VERSION_UNKNOWN";
    }

    private static String text(MappingNode mapping, String key) {
        Optional<Node> node = mapping.get(key);
        return node.isPresent() && node.get() instanceof ScalarNode scalar ? scalar.text() : "";
    }
}
