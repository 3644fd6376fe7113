package io.tenantry.feature.network;

import static io.tenantry.feature.network.Tenants.acme;
import static io.tenantry.feature.network.Tenants.objects;
import static io.tenantry.feature.network.Tenants.policy;
import static io.tenantry.feature.network.Tenants.reaches;
import static io.tenantry.feature.network.Tenants.render;
import static io.tenantry.feature.network.Tenants.tenant;
import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import io.tenantry.feature.network.reachability.Direction;
import io.tenantry.feature.network.reachability.Pod;
import io.tenantry.feature.network.reachability.Port;
import java.util.Map;
import org.junit.jupiter.api.Test;

class NetworkRenderingTest {
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
}
