package io.tenantry.feature.network;

import io.tenantry.spi.ManifestContributor;
import io.tenantry.testkit.ContributorContract;
import java.nio.file.Path;
import java.util.Optional;

class NetworkContractTest extends ContributorContract<Network> {
    @Override
    protected ManifestContributor<Network> contributor() {
        return new NetworkContributor();
    }

    @Override
    protected Optional<Path> problemsPage() {
        return Optional.of(Path.of("../docs/network.md"));
    }
}
