package io.tenantry.feature.network;

import io.fabric8.kubernetes.api.model.IntOrString;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyPort;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyPortBuilder;
import io.tenantry.feature.network.reachability.PortSet;
import io.tenantry.feature.network.reachability.Protocol;
import java.util.List;

/** The ports of a rule. */
record RulePorts(PortSet numbers) {
    static final RulePorts ALL = new RulePorts(PortSet.ALL);
    private static final int LAST = 65_535;

    /** One port, by UDP and by TCP. */
    static RulePorts dns(int port) {
        return new RulePorts(PortSet.of(Protocol.UDP, port, port).plus(PortSet.of(Protocol.TCP, port, port)));
    }

    /** As a policy lists them; none stands for all of them. */
    List<NetworkPolicyPort> toWire() {
        if (numbers.equals(PortSet.ALL)) {
            return List.of();
        }
        return numbers.ranges().stream().map(RulePorts::wire).toList();
    }

    private static NetworkPolicyPort wire(PortSet.Range range) {
        var port = new NetworkPolicyPortBuilder().withProtocol(range.protocol().name());
        if (range.first() == 1 && range.last() == LAST) {
            return port.build();
        }
        port.withPort(new IntOrString(range.first()));
        return range.first() == range.last()
                ? port.build()
                : port.withEndPort(range.last()).build();
    }
}
