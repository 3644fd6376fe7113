package io.tenantry.feature.network.proof;

import io.tenantry.feature.network.NetworkContributor;
import io.tenantry.manifest.Rendered;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

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
        var open = new HashSet<String>();
        for (var tenant : rendered.views(NetworkContributor.SECTION)) {
            for (var namespace : tenant.namespaces()) {
                if (!namespace.config().networkIsolation()) {
                    open.add(namespace.name());
                }
            }
        }
        return new Declarations(Map.of(), open, open);
    }
}
