package io.tenantry.feature.network.matrix;

import io.tenantry.ClusterProfile;
import io.tenantry.feature.network.matrix.Node.Kind;
import io.tenantry.feature.network.reachability.AddressSet;
import io.tenantry.feature.network.reachability.Area;
import io.tenantry.feature.network.reachability.Cidr;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The nodes that are no namespaces: every address is in one of them, or a pod's.
 *
 * <p>Said here again and not taken from where rules are made, so that a slip there shows in the matrix.
 */
final class OutsideAreas {
    private static final AddressSet METADATA = blocks(List.of(
            "169.254.169.254/32", "168.63.129.16/32", "100.100.100.200/32", "192.0.0.192/32", "fd00:ec2::254/128"));

    /** What IANA does not give out as global unicast. */
    private static final AddressSet NOT_GLOBAL = blocks(List.of(
            "0.0.0.0/8",
            "10.0.0.0/8",
            "100.64.0.0/10",
            "127.0.0.0/8",
            "169.254.0.0/16",
            "172.16.0.0/12",
            "192.0.0.0/24",
            "192.0.2.0/24",
            "192.168.0.0/16",
            "198.18.0.0/15",
            "198.51.100.0/24",
            "203.0.113.0/24",
            "224.0.0.0/4",
            "240.0.0.0/4",
            "::/127",
            "100::/64",
            "2001:db8::/32",
            "fc00::/7",
            "fe80::/10",
            "fec0::/10",
            "ff00::/8"));

    private final Map<Node, Area> areas = new LinkedHashMap<>();

    private OutsideAreas() {}

    /** The nodes in the order of the matrix, and where each is. */
    static Map<Node, Area> of(ClusterProfile profile) {
        var server = profile.apiServer();
        var api = blocks(server == null ? List.of() : server.addresses());
        var machines = blocks(Stream.concat(profile.nodeCIDRs().stream(), profile.serviceCIDRs().stream())
                        .toList())
                .minus(api);
        var taken = METADATA.plus(api).plus(machines).plus(blocks(profile.podCIDRs()));
        var all = new OutsideAreas();
        all.add("@kubernetes-api", Kind.PLATFORM, api);
        all.add("@nodes-and-services", Kind.PLATFORM, machines);
        all.add("@private", Kind.PRIVATE, NOT_GLOBAL.minus(taken));
        all.add("@internet", Kind.INTERNET, AddressSet.ALL.minus(NOT_GLOBAL).minus(taken));
        all.add("@metadata", Kind.METADATA, METADATA);
        return all.areas;
    }

    private void add(String id, Kind kind, AddressSet addresses) {
        if (!addresses.isEmpty()) {
            areas.put(new Node(id, kind, ""), Area.at(addresses));
        }
    }

    private static AddressSet blocks(Collection<String> texts) {
        return AddressSet.of(texts.stream().map(Cidr::parse).toList());
    }
}
