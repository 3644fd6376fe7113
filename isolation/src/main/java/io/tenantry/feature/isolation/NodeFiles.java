package io.tenantry.feature.isolation;

import io.tenantry.Labels;
import io.tenantry.spi.ClusterFile;
import io.tenantry.spi.TenantView;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** What has to be done on nodes: whole CPUs for containers, labels and taints of nodes that are one tenant's own. */
final class NodeFiles {
    static final String KUBELET = "kubelet-cpu-manager.yaml";
    static final String NODES = "dedicated-nodes.sh";

    private static final String KUBELET_TEXT = """
            # For the kubelets of nodes on which containers get CPUs to themselves: add this to their configuration, drain
            # the node, remove /var/lib/kubelet/cpu_manager_state and start the kubelet again. The static policy needs CPUs
            # that are reserved for the node itself; choose them to fit the node.
            apiVersion: kubelet.config.k8s.io/v1beta1
            kind: KubeletConfiguration
            cpuManagerPolicy: static
            reservedSystemCPUs: "0"
            """;

    private static final String NODES_HEAD = """
            #!/bin/sh
            # Makes nodes the own of tenants: found by the labels in nodeAffinity, they get the label that the tenant's pods
            # select and a taint that only its pods tolerate. Running it again changes nothing.
            set -eu
            """;

    private NodeFiles() {}

    /** Empty when no tenant pins CPUs. */
    static Optional<ClusterFile> kubelet(List<TenantView<Isolation>> tenants) {
        boolean pinned = tenants.stream()
                .flatMap(tenant -> tenant.namespaces().stream())
                .anyMatch(namespace -> namespace.config().cpuPinning());
        return pinned ? Optional.of(new ClusterFile(KUBELET, KUBELET_TEXT)) : Optional.empty();
    }

    /** Empty when no tenant has nodes of its own. */
    static Optional<ClusterFile> nodes(List<TenantView<Isolation>> tenants) {
        var commands = new StringBuilder();
        for (var tenant : tenants) {
            var label = Labels.TENANT + "=" + tenant.tenant().name();
            for (var selector : selectors(tenant)) {
                commands.append("kubectl label nodes -l '%s' '%s' --overwrite\n".formatted(selector, label));
                commands.append("kubectl taint nodes -l '%s' '%s:%s' --overwrite\n"
                        .formatted(selector, label, NodePlacement.EFFECT));
            }
        }
        return commands.isEmpty() ? Optional.empty() : Optional.of(new ClusterFile(NODES, NODES_HEAD + commands));
    }

    /** The selectors of nodes that are the tenant's own, one for each different {@code nodeAffinity}. */
    static SortedSet<String> selectors(TenantView<Isolation> tenant) {
        var selectors = new TreeSet<String>();
        for (var namespace : tenant.namespaces()) {
            var labels = namespace.config().nodeAffinity();
            if (namespace.config().dedicatedNodes() && labels != null) {
                selectors.add(String.join(",", PodSettings.selector(new TreeMap<>(labels))));
            }
        }
        return selectors;
    }
}
