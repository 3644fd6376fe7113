package io.tenantry.feature.network.reachability;

import io.tenantry.feature.network.reachability.Rule.NamedPort;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What an allowance of egress and one of ingress have in common, before it is asked in which namespaces.
 *
 * @param names by which the destination must know the port
 */
record Meeting(PodClass source, PodClass destination, PortSet ports, List<NamedPort> names) {

    /** Empty when no pods and no port fit both. */
    static Optional<Meeting> of(Allowance egress, Allowance ingress) {
        var ports = egress.ports().and(ingress.ports());
        if (ports.isEmpty()) {
            return Optional.empty();
        }
        var source = egress.pods().and(selectedBy(ingress.peer()));
        var destination = ingress.pods().and(selectedBy(egress.peer()));
        if (source.isEmpty() || destination.isEmpty()) {
            return Optional.empty();
        }
        var names = Stream.of(egress.name(), ingress.name())
                .filter(Objects::nonNull)
                .distinct()
                .toList();
        return Optional.of(new Meeting(source, destination, ports, names));
    }

    boolean needsNames() {
        return !names.isEmpty();
    }

    private static PodClass selectedBy(Peer peer) {
        return peer instanceof Peer.Pods pods ? PodClass.of(pods.pods()) : PodClass.EVERY_POD;
    }
}
