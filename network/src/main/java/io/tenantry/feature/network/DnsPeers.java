package io.tenantry.feature.network;

import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyPeer;
import io.tenantry.Labels;
import io.tenantry.feature.network.NetworkProfile.DnsIsolation;
import io.tenantry.feature.network.NetworkProfile.DnsServers;
import io.tenantry.feature.network.reachability.Cidr;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/** The DNS servers that a tenant may ask, as peers of a rule, and the port that they listen on. */
record DnsPeers(List<NetworkPolicyPeer> peers, int port) {
    static final int PORT = 53;

    private static final int OPENSHIFT_PORT = 5353;
    private static final Map<String, String> OPENSHIFT_PODS =
            Map.of("dns.operator.openshift.io/daemonset-dns", "default");
    private static final String NODE_LOCAL = "169.254.20.10";
    private static final String GKE_METADATA_SERVER = "169.254.169.254";

    /** The tenant's own servers where the profile has such and the tenant asks for it, else the cluster's. */
    static DnsPeers of(String tenant, Gates gates) {
        var isolation = gates.profile().dnsIsolation();
        boolean asked = Boolean.TRUE.equals(gates.network().dnsIsolation());
        return asked && isolation != null && isolation.means() == DnsMeans.RESOLVER
                ? resolver(tenant, isolation)
                : of(gates.profile());
    }

    private static DnsPeers of(NetworkProfile profile) {
        return switch (profile.dns()) {
            case COREDNS -> new DnsPeers(List.of(coreDns()), PORT);
            case NODELOCAL -> nodeLocal(profile.clusterDNS());
            case GKE_CLOUDDNS -> new DnsPeers(addresses(Stream.of(GKE_METADATA_SERVER)), PORT);
            case OPENSHIFT -> new DnsPeers(List.of(Peers.pods("openshift-dns", OPENSHIFT_PODS)), OPENSHIFT_PORT);
            case CUSTOM -> custom(Objects.requireNonNull(profile.customDNS(), "customDNS"));
        };
    }

    private static DnsPeers resolver(String tenant, DnsIsolation isolation) {
        var namespace = Objects.requireNonNull(isolation.namespace(), "namespace");
        return new DnsPeers(
                List.of(Peers.pods(namespace, Map.of(Labels.TENANT, tenant))),
                Objects.requireNonNullElse(isolation.port(), PORT));
    }

    private static DnsPeers nodeLocal(List<String> clusterDns) {
        var peers = new ArrayList<>(List.of(coreDns()));
        peers.addAll(addresses(Stream.concat(Stream.of(NODE_LOCAL), clusterDns.stream())));
        return new DnsPeers(peers, PORT);
    }

    private static DnsPeers custom(DnsServers servers) {
        var peers = new ArrayList<NetworkPolicyPeer>();
        if (servers.namespace() != null) {
            peers.add(Peers.pods(servers.namespace(), Objects.requireNonNullElse(servers.podLabels(), Map.of())));
        }
        if (servers.addresses() != null) {
            peers.addAll(addresses(servers.addresses().stream()));
        }
        return new DnsPeers(peers, Objects.requireNonNullElse(servers.port(), PORT));
    }

    private static NetworkPolicyPeer coreDns() {
        return Peers.pods("kube-system", Map.of("k8s-app", "kube-dns"));
    }

    private static List<NetworkPolicyPeer> addresses(Stream<String> addresses) {
        return addresses
                .map(address -> Peers.block(Cidr.parse(address), List.of()))
                .toList();
    }
}
