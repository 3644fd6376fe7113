package io.tenantry.feature.network;

import io.tenantry.feature.network.reachability.Cidr;
import io.tenantry.spi.Problems;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;

/** Judges the address blocks of a namespace: their form, and what they reach that they must not. */
final class CidrProblems {
    private final NetworkPlace place;
    private final ClusterAddresses cluster;

    private CidrProblems(NetworkPlace place, ClusterAddresses cluster) {
        this.place = place;
        this.cluster = cluster;
    }

    static void check(NetworkPlace place, ClusterAddresses cluster) {
        var problems = new CidrProblems(place, cluster);
        problems.check("allowedExternalCIDRs", place.network().allowedExternalCIDRs(), problems::egress);
        problems.check("allowFromExternalCIDRs", place.network().allowFromExternalCIDRs(), problems::ingress);
    }

    private void check(String key, List<String> blocks, BiConsumer<Cidr, Problems> judge) {
        for (int i = 0; i < blocks.size(); i++) {
            var at = place.at(key, i);
            try {
                judge.accept(Cidr.parse(blocks.get(i)), at);
            } catch (IllegalArgumentException e) {
                Refusal.of(e).report(at, "NETWORK_CIDR");
            }
        }
    }

    private void egress(Cidr block, Problems at) {
        if (inside(block, Internet.METADATA)) {
            at.error(
                    "NETWORK_CIDR_METADATA",
                    "is " + block + ", where metadata services give out the credentials of nodes",
                    "remove it");
        } else if (!isInCluster(block, at) && overlaps(block, cluster.own())) {
            at.error(
                    "NETWORK_CIDR_CLUSTER",
                    "is " + block + ", which has the cluster's " + text(cluster.own(), block) + " in it",
                    "name blocks beside it; for all of the internet leave the list empty");
        } else if (overlaps(block, Internet.METADATA)) {
            at.warning(
                    "NETWORK_CIDR_CUT",
                    "is " + block + ", of which " + text(Internet.METADATA, block)
                            + " stays closed, for metadata services give out the credentials of nodes",
                    "name smaller blocks");
        }
    }

    /** The cluster's own addresses are taken out of a block that is larger. */
    private void ingress(Cidr block, Problems at) {
        isInCluster(block, at);
    }

    /** Reports a block of the cluster, and one that may be. */
    private boolean isInCluster(Cidr block, Problems at) {
        boolean inside = inside(block, cluster.own()) || inside(block, cluster.apiServer());
        if (inside) {
            at.error(
                    "NETWORK_CIDR_CLUSTER",
                    "is " + block + ", which is inside the cluster",
                    "name namespaces or pods instead of addresses");
        }
        if (!cluster.knowsPods() && Internet.isPrivate(block)) {
            at.warning(
                    "NETWORK_CIDR_UNCHECKED",
                    "is " + block + ", and the cluster profile does not say whether pods have such addresses",
                    "write podCIDRs, serviceCIDRs and nodeCIDRs in the profile");
        }
        return inside;
    }

    private static boolean inside(Cidr block, List<Cidr> others) {
        return others.stream().anyMatch(other -> other.contains(block));
    }

    private static boolean overlaps(Cidr block, List<Cidr> others) {
        return others.stream().anyMatch(block::overlaps);
    }

    private static String text(List<Cidr> others, Cidr block) {
        return others.stream().filter(block::overlaps).map(Cidr::toString).collect(Collectors.joining(", "));
    }
}
