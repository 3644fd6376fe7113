package com.example.contributor;

import io.fabric8.kubernetes.api.model.Quantity;
import io.fabric8.kubernetes.api.model.ResourceQuota;
import io.fabric8.kubernetes.api.model.ResourceQuotaBuilder;
import io.tenantry.IsolationLevel;
import io.tenantry.spi.Enforcement;
import io.tenantry.spi.ManifestContributor;
import io.tenantry.spi.Manifests;
import io.tenantry.spi.NamespaceView;
import io.tenantry.spi.Problems;
import io.tenantry.spi.Section;
import io.tenantry.spi.TenantView;

/** Caps the pods of every namespace of a tenant. */
public final class PodCeilingContributor implements ManifestContributor<PodCeiling> {
    @Override
    public Section<PodCeiling> section() {
        return Section.named(
                        "podCeiling",
                        PodCeiling.class,
                        level -> new PodCeiling(level == IsolationLevel.STRICT ? 50 : 500))
                .withShorthand("pods");
    }

    @Override
    public void validate(TenantView<PodCeiling> tenant, Problems problems) {
        for (var namespace : tenant.namespaces()) {
            int pods = namespace.config().pods();
            if (pods < 0) {
                problems.in(namespace)
                        .at("pods")
                        .error(
                                "POD_CEILING_NEGATIVE",
                                "is " + pods + " but must be 0 or more",
                                "remove it for the level's default");
            }
        }
    }

    @Override
    public Manifests contribute(TenantView<PodCeiling> tenant) {
        var out = Manifests.builder();
        for (var namespace : tenant.namespaces()) {
            out.add(quota(namespace)).makesTrue(Enforcement.QUOTA, "pods");
        }
        return out.build();
    }

    private static ResourceQuota quota(NamespaceView<PodCeiling> namespace) {
        return new ResourceQuotaBuilder()
                .withNewMetadata()
                .withName("pod-ceiling")
                .withNamespace(namespace.name())
                .endMetadata()
                .withNewSpec()
                .addToHard("pods", new Quantity(namespace.config().pods().toString()))
                .endSpec()
                .build();
    }
}
