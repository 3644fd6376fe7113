package io.tenantry.feature.network;

import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyPeer;
import io.tenantry.feature.network.reachability.Address;
import io.tenantry.feature.network.reachability.Cidr;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * What lies outside of the cluster, as address blocks without what must not be reached through them: addresses that are
 * not the internet's, metadata services, and the cluster's own.
 */
final class Internet {
    /** Where IPv4 stands in IPv6 where pods have NAT64: all of it, also what no rule for IPv4 would open. */
    static final Cidr NAT64 = Cidr.parse("64:ff9b::/96");

    /** Metadata services give out credentials; link-local ones of most clouds, and those that are elsewhere. */
    static final List<Cidr> METADATA = withImages(blocks(
            "169.254.0.0/16",
            "168.63.129.16/32",
            "100.100.100.200/32",
            "192.0.0.192/32",
            "fd00:ec2::254/128",
            "fd20:ce::254/128"));

    /** Not the internet: private, shared, local, for documentation, multicast, reserved, and other ways to IPv4. */
    private static final List<Cidr> SPECIAL_V4 = blocks(
            "0.0.0.0/8",
            "10.0.0.0/8",
            "100.64.0.0/10",
            "127.0.0.0/8",
            "168.63.129.16/32",
            "169.254.0.0/16",
            "172.16.0.0/12",
            "192.0.0.0/24",
            "192.0.2.0/24",
            "192.168.0.0/16",
            "198.18.0.0/15",
            "198.51.100.0/24",
            "203.0.113.0/24",
            "224.0.0.0/4",
            "240.0.0.0/4");

    /** IPv4 mapped into IPv6 is missing, for the API server refuses it from 1.36. */
    private static final List<Cidr> SPECIAL_V6 = blocks(
            "::/127",
            "64:ff9b:1::/48",
            "100::/64",
            "2001::/32",
            "2001:db8::/32",
            "2002::/16",
            "fc00::/7",
            "fe80::/10",
            "fec0::/10",
            "ff00::/8");

    private static final List<Cidr> PRIVATE =
            blocks("10.0.0.0/8", "100.64.0.0/10", "172.16.0.0/12", "192.168.0.0/16", "fc00::/7");
    private static final List<Cidr> EVERYTHING = blocks("0.0.0.0/0", "::/0");

    private final List<Cidr> closed;

    Internet(ClusterAddresses cluster, boolean nat64) {
        var own = Stream.concat(cluster.own().stream(), cluster.apiServer().stream())
                .toList();
        var blocks = new ArrayList<Cidr>(SPECIAL_V6);
        blocks.addAll(
                withImages(Stream.concat(SPECIAL_V4.stream(), own.stream()).toList()));
        blocks.addAll(METADATA);
        if (!nat64) {
            blocks.add(NAT64);
        }
        closed = blocks;
    }

    /** Whether a block lies where clusters number their pods. */
    static boolean isPrivate(Cidr block) {
        return PRIVATE.stream().anyMatch(other -> other.contains(block));
    }

    /** All of the internet, a block for each family. */
    List<NetworkPolicyPeer> everything() {
        return EVERYTHING.stream().map(this::block).toList();
    }

    /** A block that was named, without what is closed in it; what is closed around it stays named. */
    NetworkPolicyPeer block(Cidr named) {
        var except = closed.stream()
                .filter(block -> named.contains(block) && named.compareTo(block) != 0)
                .toList();
        return Peers.block(named, outermost(except));
    }

    /** Blocks without those that lie in another, in order. */
    private static List<Cidr> outermost(Collection<Cidr> blocks) {
        var outermost = new ArrayList<Cidr>();
        for (var block : new TreeSet<>(blocks)) {
            if (outermost.isEmpty() || !outermost.get(outermost.size() - 1).contains(block)) {
                outermost.add(block);
            }
        }
        return outermost;
    }

    /** Blocks with what NAT64 makes of those of IPv4. */
    private static List<Cidr> withImages(List<Cidr> blocks) {
        return Stream.concat(
                        blocks.stream(),
                        blocks.stream().filter(block -> !block.v6()).map(Internet::image))
                .toList();
    }

    private static Cidr image(Cidr block) {
        var first = NAT64.first();
        return new Cidr(
                new Address(true, first.high(), first.low() | block.first().low()), NAT64.prefix() + block.prefix());
    }

    private static List<Cidr> blocks(String... texts) {
        return Stream.of(texts).map(Cidr::parse).toList();
    }
}
