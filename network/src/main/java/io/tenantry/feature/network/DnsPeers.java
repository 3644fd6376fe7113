package io.tenantry.feature.network;

import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyPeer;
import io.tenantry.feature.network.NetworkProfile.DnsServers;
import io.tenantry.feature.network.reachability.Cidr;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The DNS servers of a cluster, as peers of a rule, and the port that they listen on. */
record DnsPeers(List<NetworkPolicyPeer> peers, int port) {
    private static final int DNS = 53;
    private static final int OPENSHIFT_DNS = 5353;
    private static final String NODE_LOCAL = "169.254.20.10";
    private static final String GKE_METADATA_SERVER = "169.254.169.254";

    static DnsPeers of(NetworkProfile profile) {
        return switch (profile.dns()) {
            case COREDNS -> new DnsPeers(List.of(coreDns()), DNS);
            case NODELOCAL -> nodeLocal(profile.clusterDNS());
            case GKE_CLOUDDNS -> new DnsPeers(List.of(address(GKE_METADATA_SERVER)), DNS);
            case OPENSHIFT ->
                new DnsPeers(
                        List.of(Peers.pods(
                                "openshift-dns", Map.of("dns.operator.openshift.io/daemonset-dns", "default"))),
                        OPENSHIFT_DNS);
            case CUSTOM -> custom(Objects.requireNonNull(profile.customDNS(), "customDNS"));
        };
    }

    private static DnsPeers nodeLocal(List<String> clusterDns) {
        var peers = new ArrayList<>(List.of(coreDns(), address(NODE_LOCAL)));
        clusterDns.forEach(address -> peers.add(address(address)));
        return new DnsPeers(peers, DNS);
    }

    private static DnsPeers custom(DnsServers servers) {
        var peers = new ArrayList<NetworkPolicyPeer>();
        if (servers.namespace() != null) {
            peers.add(Peers.pods(servers.namespace(), Objects.requireNonNullElse(servers.podLabels(), Map.of())));
        }
        if (servers.addresses() != null) {
            servers.addresses().forEach(address -> peers.add(address(address)));
        }
        return new DnsPeers(peers, Objects.requireNonNullElse(servers.port(), DNS));
    }

    private static NetworkPolicyPeer coreDns() {
        return Peers.pods("kube-system", Map.of("k8s-app", "kube-dns"));
    }

    private static NetworkPolicyPeer address(String address) {
        return Peers.block(Cidr.parse(address), List.of());
    }
}
