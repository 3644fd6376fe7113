package io.tenantry.feature.isolation;

import io.tenantry.spi.ManifestContributor;
import io.tenantry.testkit.ContributorContract;
import io.tenantry.testkit.Values;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.IntStream;

class IsolationContractTest extends ContributorContract<Isolation> {
    @Override
    protected ManifestContributor<Isolation> contributor() {
        return new IsolationContributor();
    }

    @Override
    protected void values(Values values) {
        values.of("allowedIngressHosts", "[shop.acme.example]", "['*.acme.example', acme.example]")
                .of("allowedStorageClasses", "[fast]", "[fast, slow]")
                .of("allowedResources", "[deployments]", "[configmaps, certificates.cert-manager.io]")
                .of("allowedRegistries", "[registry.example]", "[registry.example, ghcr.io/acme]")
                .of("blockedRegistries", "[docker.io]", "[registry.example/old, docker.io]")
                .of("restrictedCapabilities", "[NET_RAW]", "[ALL]", "[]")
                .of("selinuxLevel", many("s0:c%d,c1023"))
                .of("nodeAffinity", many("{pool: pool-%d}"));
    }

    /** So many that no two tenants of a test have the same. */
    private static String[] many(String format) {
        return IntStream.range(0, 500).mapToObj(format::formatted).toArray(String[]::new);
    }

    @Override
    protected Optional<Path> problemsPage() {
        return Optional.of(Path.of("../docs/isolation.md"));
    }
}
