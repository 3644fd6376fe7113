package io.tenantry.feature.quota;

import io.tenantry.spi.ManifestContributor;
import io.tenantry.testkit.ContributorContract;
import io.tenantry.testkit.Values;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

class QuotaContractTest extends ContributorContract<Quota> {
    @Override
    protected ManifestContributor<Quota> contributor() {
        return new QuotaContributor();
    }

    @Override
    protected List<ManifestContributor<?>> companions() {
        return List.of(new LimitsContributor());
    }

    @Override
    protected void values(Values values) {
        values.of("scopes", "[BestEffort]", "[NotTerminating]", "[]")
                .of("warnings", "{cpuQuota: 0.5}", "{cpuQuota: 0.75, podQuota: 1}", "{}")
                .of("extendedResources", "{nvidia.com/gpu: 4}", "{nvidia.com/gpu: 8}");
    }

    @Override
    protected Optional<Path> problemsPage() {
        return Optional.of(Path.of("../docs/quota.md"));
    }
}
