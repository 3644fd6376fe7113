package io.tenantry.internal.render;

import io.tenantry.internal.bind.BoundTenant;
import io.tenantry.manifest.Manifest;
import io.tenantry.validation.Names;
import io.tenantry.validation.Names.Flaw;
import io.tenantry.validation.Problem;
import io.tenantry.validation.Severity;
import java.util.List;

/** The annotations of a finished Namespace: the tenant's, its own, core's and those of contributors fit together. */
final class MergedAnnotations {
    private final BoundTenant bound;
    private final Findings findings;

    MergedAnnotations(BoundTenant bound, Findings findings) {
        this.bound = bound;
        this.findings = findings;
    }

    void judge(List<Manifest> manifests) {
        for (var manifest : manifests) {
            if (manifest.kind().equals("Namespace")) {
                Names.annotations(manifest.object().getMetadata().getAnnotations())
                        .ifPresent(flaw -> report(manifest.name(), flaw));
            }
        }
    }

    private void report(String namespace, Flaw flaw) {
        var namespaces = bound.tenant().namespaces();
        int index = 0;
        while (!namespaces.get(index).name().equals(namespace)) {
            index++;
        }
        var place = bound.namespacePlace(index, List.of("annotations"));
        findings.add(new Problem(
                Severity.ERROR,
                "LABEL_INVALID",
                flaw.message() + " with the tenant's and those of its sections",
                flaw.fix(),
                place.location(),
                place.path(),
                bound.tenant().name()));
    }
}
