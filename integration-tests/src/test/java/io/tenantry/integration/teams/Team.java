package io.tenantry.integration.teams;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.tenantry.integration.cluster.Yaml;
import io.tenantry.testkit.controlplane.ApiClient;
import io.tenantry.testkit.controlplane.ControlPlane;
import io.tenantry.testkit.controlplane.Rights;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** A tenant with one namespace of its name, its people, and the manifests that they apply. */
record Team(String name, String image, String spec) {
    private static final Path MANIFESTS = Path.of("src/test/teams");
    private static final String DIGEST = "@sha256:" + "1".repeat(64);

    /** Pinned images from the registry that the tenant names; hosts that it names. */
    static final Team STRICT = new Team("team-strict", "registry.example/shop/app:1.4" + DIGEST, """
        isolationLevel: strict
        allowedRegistries: [registry.example]
        isolation: {allowedIngressHosts: [team-strict.example], allowedStorageClasses: [fast]}
        """);

    static final Team STANDARD = new Team("team-standard", "ghcr.io/shop/app:1.4", "isolationLevel: standard");
    static final Team PERMISSIVE = new Team("team-permissive", "nginx", "isolationLevel: permissive");

    static final List<Team> ALL = List.of(STRICT, STANDARD, PERMISSIVE);

    /** The tenant file. */
    String document() {
        return """
            apiVersion: tenantry.io/v1alpha1
            kind: Tenant
            metadata: {name: %1$s}
            spec:
              cpuQuota: "50"
              memoryQuota: 100Gi
              podQuota: 60
              admins: [admin@%1$s.example]
              rbac:
                developers: [developer@%1$s.example]
                viewers: [viewer@%1$s.example]
                serviceAccounts: [{name: ci, role: developer}]
            """.formatted(name) + spec.indent(2);
    }

    ApiClient as(String role, ControlPlane controlPlane) {
        return controlPlane.as(Rights.user(role + "@" + name + ".example"));
    }

    /** What an ordinary team applies. */
    List<HasMetadata> manifests() {
        return Yaml.directory(MANIFESTS, values());
    }

    Map<String, String> values() {
        return Map.of("namespace", name, "image", image, "host", name + ".example");
    }
}
