package io.tenantry.testkit;

import io.tenantry.spi.ManifestContributor;
import io.tenantry.testkit.ceiling.PodCeiling;
import io.tenantry.testkit.ceiling.PodCeilingContributor;
import java.nio.file.Path;
import java.util.Optional;

class PodCeilingContributorTest extends ContributorContract<PodCeiling> {
    @Override
    protected ManifestContributor<PodCeiling> contributor() {
        return new PodCeilingContributor();
    }

    @Override
    protected Optional<Path> problemsPage() {
        return Optional.of(Path.of("src/test/resources/problems.md"));
    }
}
