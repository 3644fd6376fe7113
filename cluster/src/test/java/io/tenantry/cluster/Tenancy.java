package io.tenantry.cluster;

import io.tenantry.ClusterProfileBuilder;
import io.tenantry.Input;
import io.tenantry.KubernetesVersion;
import io.tenantry.Source;
import io.tenantry.Tenantry;
import io.tenantry.cluster.server.Connection;
import io.tenantry.feature.quota.LimitsContributor;
import io.tenantry.feature.quota.QuotaContributor;
import io.tenantry.manifest.Rendered;
import io.tenantry.testkit.controlplane.ControlPlane;
import io.tenantry.testkit.controlplane.Identity;

/**
 * The tenants of one test, with a platform namespace of their own.
 *
 * @param platformNamespace where their inventories are
 */
record Tenancy(ControlPlane controlPlane, String platformNamespace) {
    private static final Tenantry TENANTRY =
            Tenantry.of(new QuotaContributor(), new LimitsContributor(), new ExtraContributor());

    /** A tenant with one namespace of its name. */
    static String tenant(String name, String... lines) {
        return """
            apiVersion: tenantry.io/v1alpha1
            kind: Tenant
            metadata: {name: %s}
            spec:
              cpuQuota: "10"
            """.formatted(name) + "  " + String.join("\n  ", lines) + "\n---\n";
    }

    Rendered render(String... documents) {
        return render(new KubernetesVersion(1, 36), documents);
    }

    Rendered render(KubernetesVersion version, String... documents) {
        return TENANTRY.render(Input.of(Source.ofString("tenants.yaml", String.join("", documents)))
                .on(ClusterProfileBuilder.builder()
                        .kubernetesVersion(version)
                        .platformNamespace(platformNamespace)
                        .build()));
    }

    /** The cluster as its administrator sees it. */
    Cluster cluster() {
        return Cluster.connect(Connection.usual().withKubeconfig(controlPlane.kubeconfig(Identity.ADMINISTRATOR)));
    }

    Plan plan(ApplyOptions options, String... documents) {
        try (var cluster = cluster()) {
            return cluster.planApply(render(documents), options);
        }
    }

    Plan diff(String... documents) {
        try (var cluster = cluster()) {
            return cluster.diff(render(documents));
        }
    }

    Outcome apply(String... documents) {
        return apply(ApplyOptions.NONE, documents);
    }

    Outcome apply(ApplyOptions options, String... documents) {
        try (var cluster = cluster()) {
            return cluster.execute(cluster.planApply(render(documents), options), Progress.SILENT);
        }
    }

    Outcome delete(boolean deleteNamespaces, String... documents) {
        try (var cluster = cluster()) {
            return cluster.execute(cluster.planDelete(render(documents), deleteNamespaces), Progress.SILENT);
        }
    }

    boolean exists(String path) {
        return controlPlane.administrator().get(path).succeeded();
    }

    String at(String path, String pointer) {
        return controlPlane.administrator().get(path).orFail().at(pointer).asString("");
    }
}
