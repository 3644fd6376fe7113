package io.tenantry.feature.isolation;

import io.tenantry.Labels;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Where pods must not run, and before whom. */
final class PlacementEvils {
    private static final String OTHER = "tenantry-other";

    private PlacementEvils() {}

    static List<PodEvil> of(Isolation isolation) {
        var evils = new ArrayList<>(List.of(
                evil("node-name", Map.of("nodeName", OTHER)),
                evil("foreign-node-selector", Map.of("nodeSelector", Map.of(Labels.TENANT, OTHER))),
                toleration("everything", Map.of("operator", "Exists")),
                toleration("any-tenant", Map.of("key", Labels.TENANT, "operator", "Exists")),
                toleration("other-tenant", Map.of("key", Labels.TENANT, "operator", "Equal", "value", OTHER)),
                toleration(
                        "control-plane",
                        Map.of("key", "node-role.kubernetes.io/control-plane", "operator", "Exists"))));
        evils.add(evil("priority-system", Map.of("priorityClassName", "system-cluster-critical")));
        evils.add(evil("priority-system-node", Map.of("priorityClassName", "system-node-critical")));
        evils.add(evil("priority", Map.of("priorityClassName", OTHER))
                .given(GenericObject.of("scheduling.k8s.io/v1", "PriorityClass", null, OTHER, Map.of("value", 9))));
        evils.add(evil("runtime", Map.of("runtimeClassName", OTHER))
                .given(GenericObject.of("node.k8s.io/v1", "RuntimeClass", null, OTHER, Map.of("handler", "runc"))));
        if (isolation.nodeAffinity() != null) {
            isolation.nodeAffinity().keySet().stream()
                    .sorted()
                    .limit(1)
                    .forEach(key -> evils.add(evil("other-nodes", Map.of("nodeSelector", Map.of(key, OTHER)))));
        }
        return evils;
    }

    private static PodEvil toleration(String variant, Map<String, ?> toleration) {
        return evil("tolerations-" + variant, Map.of("tolerations", List.of(toleration)));
    }

    private static PodEvil evil(String variant, Map<String, ?> fields) {
        return PodEvil.spec("placement/" + variant, fields, PodsPolicy.NAME);
    }
}
