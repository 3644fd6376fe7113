package io.tenantry.internal.render;

import io.fabric8.kubernetes.api.model.Namespace;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import io.tenantry.ContributorException;
import io.tenantry.Labels;
import io.tenantry.Tenant;
import io.tenantry.manifest.Manifest;
import io.tenantry.spi.Manifests.MetadataKind;
import io.tenantry.spi.Manifests.NamespaceMetadata;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The Namespaces of one tenant, which core owns, with the labels and annotations that contributors give for them. */
final class Namespaces {
    private static final String CORE = "core";

    private final Tenant tenant;
    private final SortedMap<String, SortedMap<String, String>> labels = new TreeMap<>();
    private final SortedMap<String, SortedMap<String, String>> annotations = new TreeMap<>();
    private final List<Added> added = new ArrayList<>();

    private record Added(NamespaceMetadata metadata, Contributor<?> contributor) {}

    Namespaces(Tenant tenant) {
        this.tenant = tenant;
        for (var namespace : tenant.namespaces()) {
            var ownLabels = new TreeMap<>(tenant.labels());
            ownLabels.putAll(namespace.labels());
            ownLabels.put(Labels.MANAGED_BY, Labels.TENANTRY);
            ownLabels.put(Labels.TENANT, tenant.name());
            ownLabels.put(Labels.ISOLATION_LEVEL, tenant.isolationLevel().toString());
            labels.put(namespace.name(), ownLabels);
            var ownAnnotations = new TreeMap<>(tenant.annotations());
            ownAnnotations.putAll(namespace.annotations());
            tenant.displayName().ifPresent(value -> ownAnnotations.put(Labels.DISPLAY_NAME, value));
            tenant.description().ifPresent(value -> ownAnnotations.put(Labels.DESCRIPTION, value));
            tenant.owner().ifPresent(value -> ownAnnotations.put(Labels.OWNER, value));
            annotations.put(namespace.name(), ownAnnotations);
        }
    }

    /** Adds a label or an annotation; a key that is taken is an error that names both sides. */
    void add(NamespaceMetadata metadata, Contributor<?> contributor) {
        var maps = metadata.kind() == MetadataKind.LABEL ? labels : annotations;
        var map = maps.get(metadata.namespace());
        if (map == null) {
            throw contributor.broke(
                    what(metadata) + ", which is not one of tenant " + tenant,
                    "use a namespace of TenantView.namespaces()");
        }
        if (map.put(metadata.key(), metadata.value()) != null) {
            throw new ContributorException(contributor + " " + what(metadata) + ", which " + owner(metadata)
                    + " sets too; prefix the key with your own domain");
        }
        added.add(new Added(metadata, contributor));
    }

    private static String what(NamespaceMetadata metadata) {
        return "sets " + metadata.key() + " on namespace " + metadata.namespace();
    }

    private String owner(NamespaceMetadata metadata) {
        return added.stream()
                .filter(earlier -> earlier.metadata().kind() == metadata.kind()
                        && earlier.metadata().namespace().equals(metadata.namespace())
                        && earlier.metadata().key().equals(metadata.key()))
                .map(earlier -> earlier.contributor().toString())
                .findFirst()
                .orElse(CORE);
    }

    Stream<Manifest> manifests() {
        return labels.keySet().stream().map(this::manifest);
    }

    private Manifest manifest(String name) {
        var metadata = new ObjectMeta();
        metadata.setName(name);
        metadata.setLabels(labels.get(name));
        metadata.setAnnotations(annotations.get(name));
        var namespace = new Namespace();
        namespace.setMetadata(metadata);
        return new Manifest(namespace, CORE, Namespaces.class.getName());
    }
}
