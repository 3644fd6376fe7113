package io.tenantry.feature.rbac;

import io.tenantry.spi.Facts;
import io.tenantry.spi.ManifestContributor;
import io.tenantry.spi.Manifests;
import io.tenantry.spi.Section;
import io.tenantry.spi.TenantView;

/** Stands for a module that guards what the platform owns. */
public final class Guard implements ManifestContributor<Guard.Config> {

    public record Config() {}

    @Override
    public Section<Config> section() {
        return Section.named("guard", Config.class, level -> new Config());
    }

    @Override
    public void publish(TenantView<Config> tenant, Facts.Builder facts) {
        facts.publish(Facts.GUARDED, true);
    }

    @Override
    public Manifests contribute(TenantView<Config> tenant) {
        return Manifests.none();
    }
}
