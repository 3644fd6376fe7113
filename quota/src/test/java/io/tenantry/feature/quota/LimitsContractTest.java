package io.tenantry.feature.quota;

import io.tenantry.spi.ManifestContributor;
import io.tenantry.testkit.ContributorContract;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

class LimitsContractTest extends ContributorContract<Limits> {
    @Override
    protected ManifestContributor<Limits> contributor() {
        return new LimitsContributor();
    }

    @Override
    protected List<ManifestContributor<?>> companions() {
        return List.of(new QuotaContributor());
    }

    @Override
    protected Optional<Path> problemsPage() {
        return Optional.of(Path.of("../docs/quota.md"));
    }
}
