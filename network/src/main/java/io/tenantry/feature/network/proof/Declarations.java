package io.tenantry.feature.network.proof;

import io.tenantry.feature.network.Network;
import io.tenantry.feature.network.NetworkContributor;
import io.tenantry.feature.network.PolicyType;
import io.tenantry.manifest.Rendered;
import io.tenantry.spi.NamespaceView;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What tenants themselves declare open to each other.
 *
 * @param pairs from a namespace to those that both sides name: one in {@code allowToNamespaces}, the other in
 *     {@code allowFromNamespaces} or {@code allowFromPods}
 * @param unclosedEgress namespaces that ask for no isolation of what goes out
 * @param unclosedIngress namespaces that ask for no isolation of what comes in
 */
public record Declarations(Map<String, Set<String>> pairs, Set<String> unclosedEgress, Set<String> unclosedIngress) {
    public Declarations {
        pairs = Map.copyOf(pairs);
        unclosedEgress = Set.copyOf(unclosedEgress);
        unclosedIngress = Set.copyOf(unclosedIngress);
    }

    static Declarations of(Rendered rendered) {
        var to = new HashMap<String, Set<String>>();
        var from = new HashMap<String, Set<String>>();
        var egress = new HashSet<String>();
        var ingress = new HashSet<String>();
        for (var tenant : rendered.views(NetworkContributor.SECTION)) {
            for (var namespace : tenant.namespaces()) {
                var config = namespace.config();
                to.put(namespace.name(), Set.copyOf(config.allowToNamespaces()));
                from.put(namespace.name(), sources(config));
                addUnclosed(namespace, PolicyType.EGRESS, egress);
                addUnclosed(namespace, PolicyType.INGRESS, ingress);
            }
        }
        var pairs = new HashMap<String, Set<String>>();
        to.forEach((source, destinations) -> destinations.stream()
                .filter(destination -> from.getOrDefault(destination, Set.of()).contains(source))
                .forEach(destination ->
                        pairs.computeIfAbsent(source, name -> new HashSet<>()).add(destination)));
        return new Declarations(pairs, egress, ingress);
    }

    private static Set<String> sources(Network network) {
        var names = new HashSet<String>();
        Stream.concat(
                        network.allowFromNamespaces().stream(),
                        network.allowFromPods().stream().flatMap(peer -> Stream.ofNullable(peer.namespace())))
                .forEach(names::add);
        return names;
    }

    private static void addUnclosed(NamespaceView<Network> namespace, PolicyType direction, Set<String> unclosed) {
        var network = namespace.config();
        if (!network.networkIsolation() || !network.policyTypes().contains(direction)) {
            unclosed.add(namespace.name());
        }
    }
}
