package io.tenantry.feature.network.reachability;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One entry of {@code ingress} or {@code egress}.
 *
 * @param peers never none: a rule that names nobody is for {@link Peer.Anyone}
 * @param ports the ports by number
 * @param named the ports by name, which the destination resolves
 * @param decisions for each peer, the answer that it allows
 */
record Rule(List<Peer> peers, PortSet ports, List<NamedPort> named, List<Decision> decisions) {

    /** A port that the destination knows under a name. */
    record NamedPort(Protocol protocol, String name) {

        /** Such as {@code TCP http}. */
        @Override
        public String toString() {
            return protocol + " " + name;
        }
    }

    /** Whether the rule is for this port of this destination. */
    boolean isFor(Port port, @Nullable Pod destination) {
        if (ports.contains(port)) {
            return true;
        }
        if (destination != null) {
            for (int i = 0; i < named.size(); i++) {
                var wanted = named.get(i);
                if (wanted.protocol() == port.protocol() && destination.names(wanted.name(), port)) {
                    return true;
                }
            }
        }
        return false;
    }
}
