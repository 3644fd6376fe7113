package io.tenantry.internal.render;

import io.tenantry.internal.bind.BoundTenant;
import io.tenantry.internal.bind.Merged.Place;
import io.tenantry.spi.Manifests;
import io.tenantry.spi.Manifests.MetadataKind;
import io.tenantry.spi.Manifests.NamespaceMetadata;
import io.tenantry.validation.Problem;
import io.tenantry.validation.Severity;
import java.util.List;
import java.util.Map;

/** Labels and annotations that a tenant file sets although a contributor needs the key. */
final class TakenKeys {
    private final BoundTenant bound;
    private final Findings findings;

    TakenKeys(BoundTenant bound, Findings findings) {
        this.bound = bound;
        this.findings = findings;
    }

    /** Reports each such key at the user's place; true when there is one. */
    boolean report(Map<Contributor<?>, Manifests> contributed) {
        boolean taken = false;
        for (var entry : contributed.entrySet()) {
            for (var item : entry.getValue().items()) {
                if (item instanceof NamespaceMetadata metadata) {
                    taken |= report(metadata, entry.getKey());
                }
            }
        }
        return taken;
    }

    private boolean report(NamespaceMetadata metadata, Contributor<?> contributor) {
        boolean label = metadata.kind() == MetadataKind.LABEL;
        var keys = List.of(label ? "labels" : "annotations", metadata.key());
        var tenant = bound.tenant();
        boolean taken = false;
        if ((label ? tenant.labels() : tenant.annotations()).containsKey(metadata.key())) {
            report(bound.place(keys), contributor);
            taken = true;
        }
        for (int i = 0; i < tenant.namespaces().size(); i++) {
            var namespace = tenant.namespaces().get(i);
            var own = label ? namespace.labels() : namespace.annotations();
            if (namespace.name().equals(metadata.namespace()) && own.containsKey(metadata.key())) {
                report(bound.namespacePlace(i, keys), contributor);
                taken = true;
            }
        }
        return taken;
    }

    private void report(Place place, Contributor<?> contributor) {
        var section = contributor.section().name();
        findings.add(new Problem(
                Severity.ERROR,
                "LABEL_RESERVED",
                "is set by the section " + section,
                "remove it, and say in " + section + " what you want",
                place.location(),
                place.path(),
                bound.tenant().name()));
    }
}
