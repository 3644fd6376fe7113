package com.example.embedding;

import io.tenantry.Amount;
import io.tenantry.ClusterProfile;
import io.tenantry.ClusterProfileBuilder;
import io.tenantry.Input;
import io.tenantry.KubernetesVersion;
import io.tenantry.Tenant;
import io.tenantry.Tenantry;
import io.tenantry.feature.quota.Quota;
import io.tenantry.manifest.ManifestWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;

/** A portal in which teams order tenants; it renders them without a file or a command line. */
public final class TenantPortal {
    private static final ClusterProfile CLUSTER = ClusterProfileBuilder.builder()
            .kubernetesVersion(KubernetesVersion.parse("1.33"))
            .build();

    private final Tenantry tenantry;

    /** Takes {@link Tenantry#discover()}, or a Tenantry of chosen contributors. */
    public TenantPortal(Tenantry tenantry) {
        this.tenantry = tenantry;
    }

    /** What a team gets when it orders so many cores. */
    public static Tenant order(String team, long cores) {
        return Tenant.named(team)
                .owner(team + "@example.com")
                .with(Quota.of(quota -> quota.cpuQuota(Amount.cores(cores)).memoryQuota(Amount.gibibytes(4 * cores))))
                .namespace(team + "-prod")
                .namespace(team + "-dev", dev -> dev.with(Quota.of(quota -> quota.podQuota(50L))))
                .build();
    }

    /** What is wrong with an order, one sentence each; empty when it can be rendered. */
    public List<String> problems(Tenant tenant) {
        return tenantry.validate(Input.of(tenant).on(CLUSTER)).errors().stream()
                .map(problem -> problem.sentence())
                .toList();
    }

    /** Writes the tenant's objects as YAML. */
    public void render(Tenant tenant, OutputStream out) throws IOException {
        try (var writer = ManifestWriter.yaml(out)) {
            writer.writeAll(tenantry.render(Input.of(tenant).on(CLUSTER)));
        }
    }
}
