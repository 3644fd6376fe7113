package io.tenantry.integration.quota;

import io.tenantry.spi.ClusterContributor;
import io.tenantry.spi.ClusterView;
import io.tenantry.spi.Facts;
import io.tenantry.spi.ManifestContributor;
import io.tenantry.spi.Manifests;
import io.tenantry.spi.Section;
import io.tenantry.spi.TenantView;

/** A contributor that renders also what its checks would refuse, so that the API server can be asked about it. */
record WithoutValidation<C>(ManifestContributor<C> contributor) implements ClusterContributor<C> {

    @Override
    public Section<C> section() {
        return contributor.section();
    }

    @Override
    public void publish(TenantView<C> tenant, Facts.Builder facts) {
        contributor.publish(tenant, facts);
    }

    @Override
    public Manifests contribute(TenantView<C> tenant) {
        return contributor.contribute(tenant);
    }

    @Override
    public Manifests shared(ClusterView cluster) {
        return contributor instanceof ClusterContributor<C> shared ? shared.shared(cluster) : Manifests.none();
    }
}
