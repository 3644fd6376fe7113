package io.tenantry.feature.isolation;

import io.tenantry.spi.ManifestContributor;
import io.tenantry.testkit.ContributorContract;
import io.tenantry.testkit.Values;
import java.nio.file.Path;
import java.util.Optional;

class IsolationContractTest extends ContributorContract<Isolation> {
    @Override
    protected ManifestContributor<Isolation> contributor() {
        return new IsolationContributor();
    }

    @Override
    protected void values(Values values) {
        values.of("allowedIngressHosts", "[shop.acme.example]", "['*.acme.example', acme.example]")
                .of("allowedStorageClasses", "[fast]", "[fast, slow]")
                .of("allowedResources", "[deployments]", "[configmaps, certificates.cert-manager.io]");
    }

    @Override
    protected Optional<Path> problemsPage() {
        return Optional.of(Path.of("../docs/isolation.md"));
    }
}
