package io.tenantry.feature.isolation;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.tenantry.Tenant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import tools.jackson.databind.json.JsonMapper;

/**
 * A pod that a namespace admits, whatever its settings, as the fields of the API; attacks differ from it in one thing.
 *
 * @param fields the pod's spec
 */
record AttackedPod(Map<String, Object> fields) {
    private static final JsonMapper JSON = JsonMapper.shared();
    static final String DIGEST = "sha256:" + "0".repeat(64);

    private static final Map<String, String> SELECTED = Map.of("app.kubernetes.io/name", Samples.NAME);

    static AttackedPod admitted(Tenant tenant, Isolation isolation) {
        var spec = new TreeMap<String, Object>(Map.of(
                "automountServiceAccountToken",
                false,
                "containers",
                List.of(container("main", isolation)),
                "securityContext",
                securityContext(tenant, isolation)));
        var labels = PodSettings.nodeLabels(tenant, isolation);
        if (!labels.isEmpty()) {
            spec.put("nodeSelector", labels);
        }
        if (isolation.dedicatedNodes()) {
            spec.put("tolerations", List.of(NodePlacement.toleration(tenant)));
        }
        return new AttackedPod(spec);
    }

    /** A container that is admitted beside the pod's own. */
    static Map<String, Object> container(String name, Isolation isolation) {
        var container = new TreeMap<String, Object>(Map.of(
                "name",
                name,
                "image",
                image(isolation),
                "securityContext",
                Map.of("allowPrivilegeEscalation", false, "capabilities", Map.of("drop", List.of("ALL")))));
        if (isolation.cpuPinning()) {
            container.put("resources", Map.of("limits", Map.of("cpu", "1", "memory", "128Mi")));
        }
        return container;
    }

    /** An image from where the namespace's images may come. */
    static String image(Isolation isolation) {
        var allowed = isolation.allowedRegistries();
        return (allowed.isEmpty() ? "registry.example" : allowed.get(0)) + "/app@" + DIGEST;
    }

    private static Map<String, Object> securityContext(Tenant tenant, Isolation isolation) {
        var context = new TreeMap<String, Object>(
                Map.of("runAsNonRoot", true, "runAsUser", 65535L, "seccompProfile", Map.of("type", "RuntimeDefault")));
        if (isolation.appArmor()) {
            context.put("appArmorProfile", Map.of("type", "RuntimeDefault"));
        }
        if (isolation.selinux()) {
            context.put("seLinuxOptions", Map.of("level", SelinuxLevels.of(tenant, isolation)));
        }
        return context;
    }

    /** The same with fields of the spec changed or added. */
    AttackedPod with(Map<String, ?> change) {
        return new AttackedPod(merged(fields, change));
    }

    /** The same with fields of its container changed or added. */
    AttackedPod withContainer(Map<String, ?> change) {
        return with(Map.of("containers", List.of(merged(containers().get(0), change))));
    }

    @SuppressWarnings("unchecked") // as admitted() and with() made it
    private List<Map<String, Object>> containers() {
        return (List<Map<String, Object>>) Objects.requireNonNull(fields.get("containers"));
    }

    /** Lists are joined where they are of the pod, and replaced where they are of a container. */
    @SuppressWarnings("unchecked") // fields of the API have texts for keys
    static Map<String, Object> merged(Map<String, ?> fields, Map<String, ?> change) {
        var all = new TreeMap<String, Object>(fields);
        change.forEach((key, value) -> all.merge(
                key,
                value,
                (old, fresh) -> old instanceof Map<?, ?> && fresh instanceof Map<?, ?>
                        ? merged((Map<String, Object>) old, (Map<String, Object>) fresh)
                        : key.equals("tolerations") ? joined((List<?>) old, (List<?>) fresh) : fresh));
        return all;
    }

    private static List<Object> joined(List<?> first, List<?> second) {
        var all = new ArrayList<Object>(first);
        all.addAll(second);
        return all;
    }

    PodSpec spec() {
        return JSON.convertValue(fields, PodSpec.class);
    }

    HasMetadata pod(String namespace) {
        return GenericObject.of("v1", "Pod", namespace, Samples.NAME, Map.of("spec", fields));
    }

    /** The workloads whose templates are judged, each with this pod in its template; they run none of it. */
    List<HasMetadata> workloads(String namespace) {
        var template = Map.of("metadata", Map.of("labels", SELECTED), "spec", fields);
        var run =
                new TreeMap<String, Object>(Map.of("selector", Map.of("matchLabels", SELECTED), "template", template));
        run.put("replicas", 0);
        var set = new TreeMap<String, Object>(run);
        set.put("serviceName", Samples.NAME);
        var everywhere = new TreeMap<String, Object>(run);
        everywhere.remove("replicas");
        var onceSpec = merged(fields, Map.of("restartPolicy", "Never"));
        var once = Map.of("template", Map.of("metadata", Map.of("labels", SELECTED), "spec", onceSpec));
        return List.of(
                workload(namespace, "apps/v1", "Deployment", run),
                workload(namespace, "apps/v1", "StatefulSet", set),
                workload(namespace, "apps/v1", "DaemonSet", everywhere),
                workload(namespace, "apps/v1", "ReplicaSet", run),
                workload(
                        namespace,
                        "v1",
                        "ReplicationController",
                        Map.of("replicas", 0, "selector", SELECTED, "template", template)),
                workload(namespace, "batch/v1", "Job", once),
                workload(
                        namespace,
                        "batch/v1",
                        "CronJob",
                        Map.of("schedule", "0 0 * * *", "jobTemplate", Map.of("spec", once))),
                GenericObject.of("v1", "PodTemplate", namespace, Samples.NAME, Map.of("template", template)));
    }

    private static HasMetadata workload(String namespace, String apiVersion, String kind, Map<String, ?> spec) {
        return GenericObject.of(apiVersion, kind, namespace, Samples.NAME, Map.of("spec", spec));
    }
}
