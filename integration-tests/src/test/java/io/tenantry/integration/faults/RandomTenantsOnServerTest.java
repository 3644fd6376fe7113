package io.tenantry.integration.faults;

import io.tenantry.Input;
import io.tenantry.Source;
import io.tenantry.Tenantry;
import io.tenantry.testkit.Tenants;
import io.tenantry.testkit.Values;
import io.tenantry.testkit.controlplane.ControlPlane;
import io.tenantry.testkit.controlplane.ControlPlaneSettings;
import io.tenantry.testkit.controlplane.ControlPlaneTest;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * Tenants of every level with any keys of any section.
 *
 * <p>{@code -Dtenantry.seed} is which; the controller manager counts their quotas at once and not 20 in a second.
 */
@ControlPlaneTest
class RandomTenantsOnServerTest {
    private static final int TENANTS = 200;
    private static final long SEED = Long.getLong("tenantry.seed", 42);
    private static final String PROFILE = """
            apiVersion: tenantry.io/v1alpha1
            kind: ClusterProfile
            metadata: {name: default}
            spec:
              kubernetesVersion: "1.36"
              podCIDRs: [10.244.0.0/16]
              apiServer: {addresses: [192.168.0.10], port: 6443}
              storageClasses: [fast, slow]
              tenantResources: [certificates.cert-manager.io]
              network:
                ingressController: {namespace: ingress-nginx, ports: [80, 443]}
                monitoring: {namespace: monitoring}
                wellKnownNamespaces: [vault, argocd]
            """;

    @Test
    void areTakenAndNotWrittenTwice() {
        var settings = ControlPlaneSettings.usual().controllerManager("--kube-api-qps=1000", "--kube-api-burst=1000");
        try (var controlPlane = ControlPlane.start(settings)) {
            Platform.of(controlPlane).assertTakenOnce(Tenantry.discover().render(input()));
        }
    }

    private static Input input() {
        var names = IntStream.range(0, TENANTS)
                .mapToObj(number -> "random-" + number)
                .toList();
        var texts = Tenants.of(Tenantry.discover(), SEED, values(), PROFILE).texts(names);
        return Input.of(Source.ofString("tenants.yaml", String.join("---\n", texts)))
                .plus(Source.ofString("profile.yaml", PROFILE));
    }

    /** Values that contributors take, where the types of keys do not say enough. */
    private static Values values() {
        return new Values()
                .of("scopes", "[BestEffort]", "[NotTerminating]", "[]")
                .of("warnings", "{cpuQuota: 0.5}", "{cpuQuota: 0.75, podQuota: 1}")
                .of("extendedResources", "{nvidia.com/gpu: 4}", "{nvidia.com/gpu: 8}")
                .of("policyTypes", "[Ingress, Egress]", "[Ingress]", "[Egress]")
                .of("allowFromNamespaces", "[vault]", "[argocd, vault]")
                .of("allowToNamespaces", "[vault]", "[argocd, vault]")
                .of(
                        "allowFromPods",
                        "[{matchLabels: {app: web}}]",
                        "[{namespace: vault, matchExpressions: [{key: app, operator: In, values: [web]}]}]")
                .of("allowFromExternalCIDRs", "[198.51.99.0/24]", "[0.0.0.0/0]", "['2a00::/16']")
                .of("allowedExternalCIDRs", "[198.51.99.0/24]", "['2a00::/16', 1.1.1.1/32]")
                .of("allowedPorts", "[80, 443]", "[http]", "[8000-8100/UDP]", "[{port: 80, endPort: 90}]")
                .of("blockedPorts", "[22]", "[25/TCP, 135-139]", "[{port: 53, protocol: UDP}]")
                .of("admins", "[admin@acme.com]", "['group:admins', 'serviceaccount:argocd/deployer']")
                .of("developers", "[dev@acme.com]", "[{kind: Group, name: devs}]")
                .of("viewers", "[viewer@acme.com]")
                .of("serviceAccounts", "[ci-cd]", "[{name: ci-cd, role: developer}]")
                .of("roles.*.verbs", "[get, list]")
                .of("roles.*.resources", "[events]")
                .of("roles.*.apiGroups", "['']")
                .of("roles.*.subjects", "[auditor@acme.com]", "['group:auditors']")
                .of("allowedIngressHosts", many("[shop-%1$d.example, '*.team-%1$d.example']"))
                .of("allowedStorageClasses", "[fast]", "[fast, slow]")
                .of("allowedResources", "[deployments]", "[configmaps, certificates.cert-manager.io]")
                .of("allowedRegistries", "[registry.example]", "[registry.example, ghcr.io/acme]")
                .of("blockedRegistries", "[docker.io]", "[registry.example/old, docker.io]")
                .of("restrictedCapabilities", "[NET_RAW]", "[ALL]", "[]")
                .of("selinuxLevel", many("s0:c%d,c1023"))
                .of("nodeAffinity", many("{pool: pool-%d}"));
    }

    /** So many that few tenants get the same. */
    private static String[] many(String format) {
        return IntStream.range(0, 1000).mapToObj(format::formatted).toArray(String[]::new);
    }
}
