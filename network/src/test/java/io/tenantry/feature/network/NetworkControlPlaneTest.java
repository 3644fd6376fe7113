package io.tenantry.feature.network;

import static io.tenantry.feature.network.Tenants.objects;
import static io.tenantry.testkit.Documents.profile;
import static io.tenantry.testkit.Documents.tenant;
import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.Namespace;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import io.tenantry.IsolationLevel;
import io.tenantry.Source;
import io.tenantry.manifest.Rendered;
import io.tenantry.testkit.controlplane.ControlPlane;
import io.tenantry.testkit.controlplane.ControlPlaneTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;

/** The API server takes every policy as it is meant: strictly, and without changing it. */
@ControlPlaneTest
class NetworkControlPlaneTest {
    private static final JsonMapper JSON = new JsonMapper();
    private static final String KNOWN = "podCIDRs: [10.244.0.0/16, 'fd00:10:244::/56']\n"
            + "apiServer: {addresses: [192.168.0.10, 'fd00::10'], port: 6443}";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "coredns | dns: coredns, nat64: true",
                "nodelocal | dns: nodelocal, clusterDNS: [10.96.0.10]",
                "gke | dns: gke-clouddns",
                "openshift | dns: openshift",
                "custom | dns: custom, customDNS: {namespace: dns, podLabels: {app: dns}, addresses: [10.0.0.53], port: 1053}",
            })
    void takesThePoliciesOfEachLevelAndProfile(String name, String dns, ControlPlane controlPlane) {
        for (var level : IsolationLevel.values()) {
            var tenant = tenant("network-" + name + "-" + level, "isolationLevel: " + level);
            var profile = profile(
                    KNOWN,
                    "network: {" + dns + ", ingressController: {namespace: ingress-nginx, ports: [80, https]},"
                            + " monitoring: {namespace: monitoring}}");

            assertTaken(Tenants.render(tenant, profile), controlPlane);
        }
    }

    @Test
    void takesEveryParameter(ControlPlane controlPlane) {
        Source every = tenant(
                "network-every",
                "network:",
                "  allowFromNamespaces: [vault]",
                "  allowFromPods: [{matchLabels: {app: web}}, {namespace: vault, matchExpressions: [{key: a, operator:"
                        + " Exists}, {key: b, operator: NotIn, values: [c]}]}]",
                "  allowFromExternalCIDRs: [0.0.0.0/0, '::/0']",
                "  allowToNamespaces: [vault]",
                "  allowToExternal: true",
                "  allowedExternalCIDRs: [1.1.1.1/32, 100.0.0.0/8, '2000::/3']",
                "  allowedPorts: [80, 53/UDP, 8000-8100, {port: 9000, endPort: 9100, protocol: SCTP}]",
                "  blockedPorts: [8080]");
        var named = tenant("network-named", "network: {allowedPorts: [http, dns/UDP]}");
        var blocked = tenant("network-blocked", "network: {blockedPorts: [22, 25/TCP]}");

        assertTaken(
                Tenants.render(every, named, blocked, profile(KNOWN, "network: {wellKnownNamespaces: [vault]}")),
                controlPlane);
    }

    private static void assertTaken(Rendered rendered, ControlPlane controlPlane) {
        var administrator = controlPlane.administrator();
        objects(rendered, Namespace.class)
                .forEach(namespace -> administrator.apply(namespace).orFail());
        var policies = objects(rendered, NetworkPolicy.class);
        assertThat(policies).isNotEmpty().allSatisfy(policy -> {
            var answer = administrator.apply(policy).orFail();
            var stored = JSON.treeToValue(answer.body(), NetworkPolicy.class);
            assertThat(stored.getSpec()).isEqualTo(policy.getSpec());
            assertThat(stored.getMetadata().getAnnotations())
                    .isEqualTo(policy.getMetadata().getAnnotations());
        });
    }
}
