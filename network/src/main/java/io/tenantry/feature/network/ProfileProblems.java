package io.tenantry.feature.network;

import io.tenantry.feature.network.NetworkProfile.DnsIsolation;
import io.tenantry.feature.network.NetworkProfile.DnsServers;
import io.tenantry.feature.network.NetworkProfile.PlatformPeer;
import io.tenantry.feature.network.reachability.Address;
import io.tenantry.spi.ClusterView;
import io.tenantry.spi.Problems;
import io.tenantry.validation.Names;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Judges what the cluster profile says of addresses, DNS and the platform's peers. */
final class ProfileProblems {
    private static final String ADDRESS = "NETWORK_PROFILE_ADDRESS";
    private static final String DNS = "NETWORK_PROFILE_DNS";

    private final NetworkProfile network;
    private final Problems section;

    private ProfileProblems(ClusterView cluster, Problems spec) {
        this.network = cluster.profile(NetworkProfile.class);
        this.section = spec.at("network");
    }

    static void check(ClusterView cluster, Problems spec) {
        var problems = new ProfileProblems(cluster, spec);
        each(problems.network.clusterDNS(), problems.section.at("clusterDNS"), Address::parse);
        problems.dns();
        problems.dnsIsolation();
        problems.peer("ingressController", problems.network.ingressController());
        problems.peer("monitoring", problems.network.monitoring());
        problems.wellKnownNamespaces();
    }

    private void dns() {
        var servers = network.customDNS();
        boolean custom = network.dns() == DnsProvider.CUSTOM;
        if (custom && servers == null) {
            section.at("dns").error(DNS, "is custom but customDNS is missing", "describe the servers in customDNS");
        }
        if (!custom && servers != null) {
            section.at("customDNS").error(DNS, "is written but dns is not custom", "write dns: custom, or remove it");
        }
        if (network.dns() == DnsProvider.NODELOCAL && network.clusterDNS().isEmpty()) {
            section.at("dns")
                    .error(
                            DNS,
                            "is nodelocal but clusterDNS is empty, and pods ask that address",
                            "write clusterDNS: [ADDRESS], as the kubelet has it");
        }
        if (servers != null) {
            dnsServers(servers, section.at("customDNS"));
        }
    }

    private void dnsServers(DnsServers servers, Problems at) {
        var addresses = Objects.requireNonNullElse(servers.addresses(), List.<String>of());
        if (servers.namespace() == null && addresses.isEmpty()) {
            at.error(DNS, "names no server", "write a namespace or addresses");
        }
        if (servers.podLabels() != null && servers.namespace() == null) {
            at.at("podLabels").error(DNS, "is written without the namespace of the pods", "write namespace too");
        }
        each(addresses, at.at("addresses"), Address::parse);
        pods(servers.namespace(), servers.podLabels(), at);
        port(servers.port(), at.at("port"));
    }

    private void dnsIsolation() {
        DnsIsolation isolation = network.dnsIsolation();
        if (isolation == null) {
            return;
        }
        var at = section.at("dnsIsolation");
        boolean resolver = isolation.means() == DnsMeans.RESOLVER;
        if (resolver && isolation.namespace() == null) {
            at.error(DNS, "has means resolver but no namespace", "write the namespace of the resolvers' pods");
        }
        if (!resolver && (isolation.namespace() != null || isolation.port() != null)) {
            at.error(DNS, "has means " + isolation.means() + ", which has no servers of its own", "keep means only");
        }
        pods(isolation.namespace(), null, at);
        port(isolation.port(), at.at("port"));
    }

    private void peer(String key, @Nullable PlatformPeer peer) {
        if (peer != null) {
            var at = section.at(key);
            pods(peer.namespace(), peer.podLabels(), at);
            for (int i = 0; i < peer.portsOrAll().size(); i++) {
                PortProblems.read(peer.portsOrAll().get(i), at.at("ports").at(Integer.toString(i)));
            }
        }
    }

    private void wellKnownNamespaces() {
        for (int i = 0; i < network.wellKnownNamespaces().size(); i++) {
            namespace(
                    network.wellKnownNamespaces().get(i),
                    section.at("wellKnownNamespaces").at(Integer.toString(i)));
        }
    }

    private static void pods(@Nullable String namespace, @Nullable Map<String, String> labels, Problems at) {
        if (namespace != null) {
            namespace(namespace, at.at("namespace"));
        }
        if (labels != null) {
            PodPeerProblems.labels(labels, at.at("podLabels"));
        }
    }

    private static void namespace(String name, Problems at) {
        Names.label(name).ifPresent(flaw -> at.error("NETWORK_NAMESPACE_NAME", flaw.message(), flaw.fix()));
    }

    private static void port(@Nullable Integer port, Problems at) {
        if (port != null) {
            PortProblems.read(PolicyPort.parse(port.toString()), at);
        }
    }

    private static void each(List<String> texts, Problems at, Consumer<String> parser) {
        for (int i = 0; i < texts.size(); i++) {
            try {
                parser.accept(texts.get(i));
            } catch (IllegalArgumentException e) {
                Refusal.of(e).report(at.at(Integer.toString(i)), ADDRESS);
            }
        }
    }
}
