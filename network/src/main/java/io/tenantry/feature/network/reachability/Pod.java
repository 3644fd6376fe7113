package io.tenantry.feature.network.reachability;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A pod as NetworkPolicies see it.
 *
 * <pre>{@code
 * Pod.in("acme-prod", "web-0").withLabels(Map.of("app", "web")).withPort("http", Port.tcp(8080))
 * }</pre>
 *
 * @param addresses none when unknown: then no ipBlock applies to it
 * @param namedPorts the container ports that have names
 */
public record Pod(
        String namespace, String name, Map<String, String> labels, List<Address> addresses, List<NamedPort> namedPorts)
        implements Endpoint {
    public Pod {
        labels = Map.copyOf(labels);
        addresses = List.copyOf(addresses);
        namedPorts = List.copyOf(namedPorts);
    }

    /** A container port under its name, by which policies may call it. */
    public record NamedPort(String name, Port port) {}

    /** A pod without labels, addresses and named ports. */
    public static Pod in(String namespace, String name) {
        return new Pod(namespace, name, Map.of(), List.of(), List.of());
    }

    public Pod withLabels(Map<String, String> labels) {
        return new Pod(namespace, name, labels, addresses, namedPorts);
    }

    /**
     * This pod with one more address.
     *
     * @throws IllegalArgumentException when the text is no address
     */
    public Pod withAddress(String address) {
        return new Pod(namespace, name, labels, plus(addresses, Address.parse(address)), namedPorts);
    }

    public Pod withPort(String portName, Port port) {
        return new Pod(namespace, name, labels, addresses, plus(namedPorts, new NamedPort(portName, port)));
    }

    /** Whether a container has the port under this name. */
    boolean names(String portName, Port port) {
        for (var named : namedPorts) {
            if (named.port().equals(port) && named.name().equals(portName)) {
                return true;
            }
        }
        return false;
    }

    boolean isSame(Pod other) {
        return name.equals(other.name) && namespace.equals(other.namespace);
    }

    private static <T> List<T> plus(List<T> list, T item) {
        return Stream.concat(list.stream(), Stream.of(item)).toList();
    }
}
