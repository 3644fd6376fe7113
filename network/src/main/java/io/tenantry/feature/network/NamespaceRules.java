package io.tenantry.feature.network;

import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyPeer;
import io.tenantry.feature.network.NetworkProfile.PlatformPeer;
import io.tenantry.feature.network.reachability.Cidr;
import io.tenantry.feature.network.reachability.Direction;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What one namespace of a tenant lets in and out, each rule with the parameter that it comes from. */
final class NamespaceRules {
    private final String tenant;
    private final Gates gates;
    private final Network network;
    private final Internet internet;
    private final RulePorts ports;
    private final List<SourcedRule> rules = new ArrayList<>();

    private NamespaceRules(String tenant, Gates gates, Internet internet) {
        this.tenant = tenant;
        this.gates = gates;
        this.network = gates.network();
        this.internet = internet;
        this.ports = RulePorts.of(network.allowedPorts(), network.blockedPorts());
    }

    /** Everything but DNS. */
    static List<SourcedRule> of(String tenant, Gates gates, Internet internet) {
        var rules = new NamespaceRules(tenant, gates, internet);
        if (gates.closes(PolicyType.INGRESS)) {
            rules.ingress();
        }
        if (gates.closes(PolicyType.EGRESS)) {
            rules.egress();
        }
        return rules.rules;
    }

    /** What DNS needs, which no list of ports narrows. */
    static List<SourcedRule> dns(String tenant, Gates gates) {
        if (!gates.network().allowToDns() || !gates.closes(PolicyType.EGRESS)) {
            return List.of();
        }
        var servers = DnsPeers.of(tenant, gates);
        return List.of(new SourcedRule(Direction.EGRESS, "allowToDns", servers.peers(), RulePorts.dns(servers.port())));
    }

    private void ingress() {
        if (network.allowFromSameTenant()) {
            add(Direction.INGRESS, "allowFromSameTenant", List.of(Peers.tenant(tenant)));
        }
        if (gates.listsOpenIngress()) {
            add(Direction.INGRESS, "allowFromNamespaces", namespaces(network.allowFromNamespaces()));
            add(
                    Direction.INGRESS,
                    "allowFromPods",
                    network.allowFromPods().stream().map(Peers::pods).toList());
            add(Direction.INGRESS, "allowFromExternalCIDRs", blocks(network.allowFromExternalCIDRs()));
        }
        platform("allowFromIngressController", gates.ingressController());
        platform("allowFromMonitoring", gates.monitoring());
    }

    private void egress() {
        if (network.allowToSameTenant()) {
            add(Direction.EGRESS, "allowToSameTenant", List.of(Peers.tenant(tenant)));
        }
        if (network.egressEnabled()) {
            add(Direction.EGRESS, "allowToNamespaces", namespaces(network.allowToNamespaces()));
        }
        if (gates.external() && network.allowedExternalCIDRs().isEmpty()) {
            add(Direction.EGRESS, "allowToExternal", internet.everything());
        } else if (gates.external()) {
            add(Direction.EGRESS, "allowedExternalCIDRs", blocks(network.allowedExternalCIDRs()));
        }
        gates.kubernetesApi().ifPresent(server -> {
            var addresses = server.addresses().stream()
                    .map(address -> Peers.block(Cidr.parse(address), List.of()))
                    .toList();
            rules.add(
                    new SourcedRule(Direction.EGRESS, "allowToKubernetesApi", addresses, RulePorts.tcp(server.port())));
        });
    }

    /** A rule of the tenant, narrowed to its ports; none when it names nobody, or no port is left. */
    private void add(Direction direction, String parameter, List<NetworkPolicyPeer> peers) {
        if (!peers.isEmpty() && !ports.isEmpty()) {
            rules.add(new SourcedRule(direction, parameter, peers, ports));
        }
    }

    /** A rule for pods of the platform, which has ports of its own. */
    private void platform(String parameter, Optional<PlatformPeer> peer) {
        peer.ifPresent(pods -> rules.add(new SourcedRule(
                Direction.INGRESS,
                parameter,
                List.of(Peers.pods(pods.namespace(), pods.labels())),
                RulePorts.of(pods.portsOrAll(), List.of()))));
    }

    private List<NetworkPolicyPeer> blocks(List<String> named) {
        return named.stream()
                .distinct()
                .map(text -> internet.block(Cidr.parse(text)))
                .toList();
    }

    private static List<NetworkPolicyPeer> namespaces(List<String> names) {
        return names.isEmpty() ? List.of() : List.of(Peers.namespaces(names));
    }
}
