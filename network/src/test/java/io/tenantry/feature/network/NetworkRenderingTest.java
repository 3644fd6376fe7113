package io.tenantry.feature.network;

import static io.tenantry.feature.network.Tenants.acme;
import static io.tenantry.feature.network.Tenants.objects;
import static io.tenantry.feature.network.Tenants.policy;
import static io.tenantry.feature.network.Tenants.reaches;
import static io.tenantry.feature.network.Tenants.render;
import static io.tenantry.testkit.Documents.profile;
import static io.tenantry.testkit.Documents.tenant;
import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import io.tenantry.IsolationLevel;
import io.tenantry.Source;
import io.tenantry.feature.network.reachability.Direction;
import io.tenantry.feature.network.reachability.Pod;
import io.tenantry.feature.network.reachability.Port;
import io.tenantry.manifest.ManifestWriter;
import io.tenantry.manifest.Rendered;
import io.tenantry.testkit.GoldenFiles;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class NetworkRenderingTest {
    private static final Source EVERYTHING_KNOWN = profile(
            "podCIDRs: [10.244.0.0/16, 'fd00:10:244::/56']",
            "serviceCIDRs: [10.96.0.0/12]",
            "nodeCIDRs: [192.168.0.0/24, 198.18.0.0/24]",
            "apiServer: {addresses: [34.1.2.3], port: 6443}",
            "network: {ingressController: {namespace: ingress-nginx, podLabels: {app: nginx}, ports: [80, 443]},"
                    + " monitoring: {namespace: monitoring}, wellKnownNamespaces: [vault, argocd]}");
    private static final String EVERY_PARAMETER = """
            allowFromNamespaces: [vault, argocd]
            allowFromPods:
            - matchLabels: {app: web}
            - namespace: vault
              matchLabels: {app: agent}
              matchExpressions: [{key: tier, operator: NotIn, values: [test]}]
            allowFromExternalCIDRs: [198.51.99.0/24]
            allowToNamespaces: [vault]
            allowToExternal: true
            allowedExternalCIDRs: [1.1.1.1/32, 169.0.0.0/8, '2606:4700::/32']
            allowedPorts: [80, 443, 53/UDP, 8000-8100]
            blockedPorts: [8080]
            """;
    private static final Pod PROD = Pod.in("acme-prod", "pod");
    private static final Pod DEV = Pod.in("acme-dev", "pod");
    private static final Pod OTHER = Pod.in("widgets", "pod");

    @Test
    void makesThreePoliciesForEachNamespace() {
        assertThat(objects(render(acme()), NetworkPolicy.class))
                .extracting(policy -> policy.getMetadata().getNamespace() + "/"
                        + policy.getMetadata().getName())
                .containsExactlyInAnyOrder(
                        "acme-dev/tenant-acme",
                        "acme-dev/tenant-acme-default-deny",
                        "acme-dev/tenant-acme-dns",
                        "acme-prod/tenant-acme",
                        "acme-prod/tenant-acme-default-deny",
                        "acme-prod/tenant-acme-dns");
    }

    @Test
    void opensTheOwnTenantAndNobodyElse() {
        var rendered = render(acme(), tenant("widgets"));

        assertThat(reaches(rendered, DEV, PROD, Port.tcp(5432))).isTrue();
        assertThat(reaches(rendered, OTHER, PROD, Port.tcp(5432))).isFalse();
        assertThat(reaches(rendered, PROD, OTHER, Port.tcp(5432))).isFalse();
        assertThat(reaches(rendered, PROD, Tenants.end("203.0.114.9"), Port.tcp(443)))
                .isFalse();
    }

    @ParameterizedTest
    @EnumSource
    void rendersTheSameAsBefore(IsolationLevel level) {
        var rendered = render(acme("isolationLevel: " + level), EVERYTHING_KNOWN);

        GoldenFiles.in(Path.of("src/test/golden", level.toString())).match(yaml(rendered));
    }

    @Test
    void rendersEveryParameterTheSameAsBefore() {
        var rendered = render(acme("network:", EVERY_PARAMETER.indent(2)), EVERYTHING_KNOWN);

        GoldenFiles.in(Path.of("src/test/golden/every-parameter")).match(yaml(rendered));
    }

    @Test
    void saysOfEachRuleWhereItComesFrom() {
        var rendered = render(acme());

        var sources = RuleSources.of(policy(rendered, "acme-prod", "tenant-acme"));
        assertThat(sources.source(Direction.INGRESS, 0)).contains("network.allowFromSameTenant");
        assertThat(sources.source(Direction.EGRESS, 0)).contains("network.allowToSameTenant");
        assertThat(sources.source(Direction.EGRESS, 1)).isEmpty();
        assertThat(RuleSources.of(policy(rendered, "acme-prod", "tenant-acme-default-deny"))
                        .source(Direction.INGRESS, 0))
                .isEmpty();
    }

    @Test
    void opensTheClusterDnsByUdpAndTcpAndNoOtherPod() {
        var dns = Pod.in("kube-system", "coredns").withLabels(Map.of("k8s-app", "kube-dns"));
        var scheduler = Pod.in("kube-system", "scheduler").withLabels(Map.of("component", "scheduler"));
        var rendered = render(acme());

        assertThat(reaches(rendered, PROD, dns, Port.udp(53))).isTrue();
        assertThat(reaches(rendered, PROD, dns, Port.tcp(53))).isTrue();
        assertThat(reaches(rendered, PROD, dns, Port.tcp(9153))).isFalse();
        assertThat(reaches(rendered, PROD, scheduler, Port.udp(53))).isFalse();
        assertThat(reaches(render(acme("network: {allowToDns: false}")), PROD, dns, Port.udp(53)))
                .isFalse();
    }

    private static Map<String, String> yaml(Rendered rendered) {
        var files = new TreeMap<String, String>();
        for (var policy : objects(rendered, NetworkPolicy.class)) {
            if (policy.getMetadata().getNamespace().equals("acme-prod")) {
                var out = new ByteArrayOutputStream();
                try (var writer = ManifestWriter.yaml(out)) {
                    writer.write(policy);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
                files.put(policy.getMetadata().getName() + ".yaml", out.toString(StandardCharsets.UTF_8));
            }
        }
        return files;
    }
}
