package io.tenantry.feature.network;

import static io.tenantry.feature.network.Tenants.acme;
import static io.tenantry.feature.network.Tenants.objects;
import static io.tenantry.feature.network.Tenants.reaches;
import static io.tenantry.feature.network.Tenants.render;
import static io.tenantry.testkit.Documents.profile;
import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.Namespace;
import io.tenantry.Source;
import io.tenantry.feature.network.reachability.Endpoint;
import io.tenantry.feature.network.reachability.Outside;
import io.tenantry.feature.network.reachability.Pod;
import io.tenantry.feature.network.reachability.Port;
import io.tenantry.spi.Mechanism;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DnsTest {
    private static final Pod SELF = Pod.in("acme-prod", "self");
    private static final List<Port> PORTS = List.of(
            Port.udp(53), Port.tcp(53), Port.udp(5353), Port.tcp(5353), Port.udp(1053), Port.tcp(1053), Port.tcp(80));
    private static final Map<String, Endpoint> SERVERS = servers();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{dns: coredns} | coredns UDP 53, coredns TCP 53",
                "{dns: nodelocal, clusterDNS: [10.96.0.10]} | coredns UDP 53, coredns TCP 53, node-local UDP 53,"
                        + " node-local TCP 53, service UDP 53, service TCP 53",
                "{dns: gke-clouddns} | metadata UDP 53, metadata TCP 53",
                "{dns: openshift} | openshift UDP 5353, openshift TCP 5353",
                "{dns: custom, customDNS: {namespace: dns, podLabels: {app: dns}, port: 1053}} | custom UDP 1053, custom TCP 1053",
                "{dns: custom, customDNS: {addresses: [192.168.0.53]}} | address UDP 53, address TCP 53",
            })
    void opensTheServersOfTheProfileByBothProtocolsAndNothingElse(String network, String open) {
        assertThat(open(acme(), profile("network: " + network))).isEqualTo(new TreeSet<>(List.of(open.split(", +"))));
        assertThat(open(acme("network: {allowToDns: false}"), profile("network: " + network)))
                .isEmpty();
    }

    @Test
    void keepsTheMetadataServerClosedBesideDnsOnItsAddress() {
        var rendered = render(acme("network: {allowToExternal: true}"), profile("network: {dns: gke-clouddns}"));

        assertThat(reaches(rendered, SELF, Outside.of("169.254.169.254"), Port.udp(53)))
                .isTrue();
        assertThat(reaches(rendered, SELF, Outside.of("169.254.169.254"), Port.tcp(80)))
                .isFalse();
    }

    @Test
    void givesTheTenantResolversOfItsOwnWhereTheProfileHasThem() {
        var profile = profile("network: {dnsIsolation: {means: resolver, namespace: tenant-dns}}");

        assertThat(open(acme("dnsIsolation: true"), profile)).containsExactly("resolver TCP 53", "resolver UDP 53");
        assertThat(open(acme("dnsIsolation: false"), profile)).containsExactly("coredns TCP 53", "coredns UDP 53");
        var account = Tenants.account(render(acme("dnsIsolation: true"), profile), "spec.dnsIsolation");
        assertThat(account.enforcedBy())
                .allMatch(by -> by.mechanism() == Mechanism.NETWORK_PLUGIN
                        && by.object().endsWith("/tenant-acme-dns"));
    }

    @ParameterizedTest
    @CsvSource({"plugin, CONTROLLER", "l7-policy, NETWORK_PLUGIN"})
    void marksTheNamespaceForWhatElseKeepsDnsApart(String means, Mechanism mechanism) {
        var profile = profile("network: {dnsIsolation: {means: " + means + "}}");
        var rendered = render(acme("dnsIsolation: true"), profile);

        assertThat(objects(rendered, Namespace.class))
                .allMatch(namespace ->
                        means.equals(namespace.getMetadata().getLabels().get("tenantry.io/dns-isolation")));
        assertThat(Tenants.account(rendered, "spec.dnsIsolation").enforcedBy())
                .hasSize(2)
                .allMatch(by -> by.mechanism() == mechanism);
        assertThat(objects(render(acme(), profile), Namespace.class))
                .noneMatch(namespace -> namespace.getMetadata().getLabels().containsKey("tenantry.io/dns-isolation"));
    }

    private static Set<String> open(Source... sources) {
        var reachability = Tenants.reachability(render(sources));
        var open = new TreeSet<String>();
        SERVERS.forEach((name, server) -> PORTS.stream()
                .filter(port -> reachability.verdict(SELF, server, port).allowed())
                .forEach(port -> open.add(name + " " + port)));
        return open;
    }

    private static Map<String, Endpoint> servers() {
        var servers = new LinkedHashMap<String, Endpoint>();
        servers.put("coredns", Pod.in("kube-system", "coredns").withLabels(Map.of("k8s-app", "kube-dns")));
        servers.put("scheduler", Pod.in("kube-system", "scheduler"));
        servers.put(
                "openshift",
                Pod.in("openshift-dns", "dns")
                        .withLabels(Map.of("dns.operator.openshift.io/daemonset-dns", "default")));
        servers.put("openshift-other", Pod.in("openshift-dns", "other"));
        servers.put("custom", Pod.in("dns", "dns").withLabels(Map.of("app", "dns")));
        servers.put("custom-other", Pod.in("dns", "other"));
        servers.put("resolver", Pod.in("tenant-dns", "acme").withLabels(Map.of("tenantry.io/tenant", "acme")));
        servers.put("resolver-other", Pod.in("tenant-dns", "w").withLabels(Map.of("tenantry.io/tenant", "widgets")));
        servers.put("node-local", Outside.of("169.254.20.10"));
        servers.put("metadata", Outside.of("169.254.169.254"));
        servers.put("service", Outside.of("10.96.0.10"));
        servers.put("address", Outside.of("192.168.0.53"));
        return servers;
    }
}
