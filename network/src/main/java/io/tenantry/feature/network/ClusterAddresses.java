package io.tenantry.feature.network;

import io.tenantry.ClusterProfile;
import io.tenantry.feature.network.reachability.Cidr;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The addresses that the profile says are the cluster's own.
 *
 * @param own pods, Services and nodes
 * @param apiServer where pods reach the API server
 * @param knowsPods whether the profile says which addresses pods have
 */
record ClusterAddresses(List<Cidr> own, List<Cidr> apiServer, boolean knowsPods) {

    /** Those that can be read; the others are problems of the profile, and nothing is rendered while it has any. */
    static ClusterAddresses of(ClusterProfile profile) {
        var own = new ArrayList<Cidr>();
        for (var blocks : List.of(profile.podCIDRs(), profile.serviceCIDRs(), profile.nodeCIDRs())) {
            blocks.forEach(block -> read(block).ifPresent(own::add));
        }
        var apiServer = new ArrayList<Cidr>();
        if (profile.apiServer() != null) {
            profile.apiServer().addresses().forEach(address -> read(address).ifPresent(apiServer::add));
        }
        return new ClusterAddresses(
                List.copyOf(own), List.copyOf(apiServer), !profile.podCIDRs().isEmpty());
    }

    private static Optional<Cidr> read(String text) {
        try {
            return Optional.of(Cidr.parse(text));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
