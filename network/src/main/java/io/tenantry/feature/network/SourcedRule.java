package io.tenantry.feature.network;

import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyPeer;
import io.tenantry.feature.network.reachability.Direction;
import java.util.List;

/**
 * A rule of a NetworkPolicy, and why it is there.
 *
 * @param parameter the key of the section that asks for it
 * @param peers never none: a rule without peers would be for everybody
 */
record SourcedRule(Direction direction, String parameter, List<NetworkPolicyPeer> peers, RulePorts ports) {
    SourcedRule {
        peers = List.copyOf(peers);
        if (peers.isEmpty()) {
            throw new IllegalArgumentException(parameter + " opens nothing, so it needs no rule");
        }
    }
}
