package io.tenantry.feature.network;

import io.fabric8.kubernetes.api.model.IntOrString;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyPort;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyPortBuilder;
import io.tenantry.feature.network.reachability.PortSet;
import io.tenantry.feature.network.reachability.Protocol;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * The ports of a rule.
 *
 * <pre>{@code
 * RulePorts.of(allowed, blocked)   // 1-1024 without 22: 1-21, 23-1024
 * }</pre>
 *
 * @param names ports that the called pod knows by a name
 */
record RulePorts(PortSet numbers, List<PortTerm> names) {
    private static final List<Protocol> TCP = List.of(Protocol.TCP);
    private static final List<Protocol> ALL = List.of(Protocol.values());

    RulePorts {
        names = List.copyOf(names);
    }

    /**
     * The allowed ports, or all of them when none is named, without the blocked ones.
     *
     * @throws IllegalArgumentException when one of them is no port
     */
    static RulePorts of(List<PolicyPort> allowed, List<PolicyPort> blocked) {
        var numbers = allowed.isEmpty() ? PortSet.ALL : PortSet.NONE;
        var names = new ArrayList<PortTerm>();
        for (var term : allowed.stream().map(PortTerm::of).toList()) {
            if (term.name() == null) {
                numbers = numbers.plus(term.numbers(TCP));
            } else if (!names.contains(term)) {
                names.add(term);
            }
        }
        for (var port : blocked) {
            numbers = numbers.minus(PortTerm.of(port).numbers(ALL));
        }
        return new RulePorts(numbers, names);
    }

    static RulePorts tcp(int port) {
        return new RulePorts(PortSet.of(Protocol.TCP, port, port), List.of());
    }

    /** One port, by UDP and by TCP. */
    static RulePorts dns(int port) {
        var both = PortSet.of(Protocol.UDP, port, port).plus(PortSet.of(Protocol.TCP, port, port));
        return new RulePorts(both, List.of());
    }

    /** Whether there is none; a rule that lists no ports would be for all of them. */
    boolean isEmpty() {
        return numbers.isEmpty() && names.isEmpty();
    }

    /** Whether it takes {@code endPort} to say which. */
    boolean hasRange() {
        return numbers.ranges().stream().anyMatch(range -> range.first() < range.last() && !isWhole(range));
    }

    /** As a policy lists them; none stands for all of them. */
    List<NetworkPolicyPort> toWire() {
        if (isEmpty()) {
            throw new IllegalStateException("a rule without ports must be left out: an empty list means all");
        }
        var wire = new ArrayList<NetworkPolicyPort>();
        if (!numbers.equals(PortSet.ALL)) {
            numbers.ranges().forEach(range -> wire.add(wire(range)));
            names.forEach(term -> wire.add(wire(term)));
        }
        return wire;
    }

    private static NetworkPolicyPort wire(PortSet.Range range) {
        var port = new NetworkPolicyPortBuilder().withProtocol(range.protocol().name());
        if (isWhole(range)) {
            return port.build();
        }
        port.withPort(new IntOrString(range.first()));
        return range.first() == range.last()
                ? port.build()
                : port.withEndPort(range.last()).build();
    }

    private static NetworkPolicyPort wire(PortTerm named) {
        return new NetworkPolicyPortBuilder()
                .withProtocol(Objects.requireNonNullElse(named.protocol(), Protocol.TCP)
                        .name())
                .withPort(new IntOrString(named.name()))
                .build();
    }

    private static boolean isWhole(PortSet.Range range) {
        return range.first() == 1 && range.last() == PortTerm.LARGEST;
    }
}
