package com.example.contributor;

import io.tenantry.spi.ManifestContributor;
import io.tenantry.testkit.ContributorContract;
import java.nio.file.Path;
import java.util.Optional;

class PodCeilingContributorTest extends ContributorContract<PodCeiling> {
    @Override
    protected ManifestContributor<PodCeiling> contributor() {
        return new PodCeilingContributor();
    }

    @Override
    protected Optional<Path> problemsPage() {
        return Optional.of(Path.of("README.md"));
    }
}
