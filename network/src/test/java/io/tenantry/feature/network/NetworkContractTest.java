package io.tenantry.feature.network;

import io.tenantry.spi.ManifestContributor;
import io.tenantry.testkit.ContributorContract;
import io.tenantry.testkit.Values;
import java.nio.file.Path;
import java.util.Optional;

class NetworkContractTest extends ContributorContract<Network> {
    private static final String PROFILE = """
            apiVersion: tenantry.io/v1alpha1
            kind: ClusterProfile
            metadata: {name: default}
            spec:
              podCIDRs: [10.244.0.0/16]
              apiServer: {addresses: [192.168.0.10], port: 6443}
              network:
                ingressController: {namespace: ingress-nginx, ports: [80, 443]}
                monitoring: {namespace: monitoring}
                dnsIsolation: {means: resolver, namespace: tenant-dns}
                wellKnownNamespaces: [vault, argocd]
            """;

    @Override
    protected ManifestContributor<Network> contributor() {
        return new NetworkContributor();
    }

    @Override
    protected void values(Values values) {
        values.of("policyTypes", "[Ingress, Egress]", "[Ingress]", "[Egress]")
                .of("allowFromNamespaces", "[vault]", "[argocd, vault]")
                .of("allowToNamespaces", "[vault]", "[argocd, vault]")
                .of(
                        "allowFromPods",
                        "[{matchLabels: {app: web}}]",
                        "[{namespace: vault, matchLabels: {app: web}}]",
                        "[{matchExpressions: [{key: app, operator: In, values: [web]}]}]")
                .of("allowFromPods.*.namespace", "vault", "argocd")
                .of("allowFromPods.*.matchLabels", "{app: web}", "{app: db}")
                .of(
                        "allowFromPods.*.matchExpressions",
                        "[{key: app, operator: Exists}]",
                        "[{key: app, operator: NotIn, values: [web]}]")
                .of("allowFromExternalCIDRs", "[198.51.99.0/24]", "[0.0.0.0/0]", "['2a00::/16']")
                .of("allowedExternalCIDRs", "[198.51.99.0/24]", "['2a00::/16', 1.1.1.1/32]")
                .of("allowedPorts", "[80, 443]", "[http]", "[8000-8100/UDP]", "[{port: 80, endPort: 90}]")
                .of("blockedPorts", "[22]", "[25/TCP, 135-139]", "[{port: 53, protocol: UDP}]");
    }

    @Override
    protected Optional<String> profile() {
        return Optional.of(PROFILE);
    }

    @Override
    protected Optional<Path> problemsPage() {
        return Optional.of(Path.of("../docs/network.md"));
    }
}
