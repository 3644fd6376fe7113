package io.tenantry.cluster;

import io.tenantry.Labels;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;

/**
 * What was applied for one tenant: a ConfigMap in the platform's namespace, written before the objects are, so that
 * whatever exists is listed.
 *
 * <pre>{@code
 * kubectl -n tenantry-system get configmaps -l tenantry.io/inventory
 * }</pre>
 *
 * @param tenant empty for what all tenants share
 * @param objects by identity
 * @param resourceVersion of the ConfigMap as it was read; empty when there was none
 * @see <a href="https://kubernetes.io/docs/concepts/configuration/configmap/">ConfigMaps</a>
 */
record Inventory(String tenant, Map<String, ObjectKey> objects, String uid, String resourceVersion) {
    /** The label that marks an inventory. */
    static final String LABEL = Labels.PREFIX + "inventory";

    private static final String NAME = "tenantry-inventory";
    private static final String OBJECTS = "objects";

    static Inventory none(String tenant) {
        return new Inventory(tenant, Map.of(), "", "");
    }

    static Inventory of(JsonNode configMap) {
        var metadata = configMap.path("metadata");
        var objects = new LinkedHashMap<String, ObjectKey>();
        configMap
                .path("data")
                .path(OBJECTS)
                .asString("")
                .lines()
                .filter(line -> !line.isBlank())
                .forEach(line -> {
                    var key = ObjectKey.parse(line);
                    objects.put(key.identity(), key);
                });
        return new Inventory(
                metadata.path("labels").path(Labels.TENANT).asString(""),
                objects,
                metadata.path("uid").asString(""),
                metadata.path("resourceVersion").asString(""));
    }

    static String name(String tenant) {
        return tenant.isEmpty() ? NAME : NAME + "-" + tenant;
    }

    boolean exists() {
        return !uid.isEmpty();
    }

    boolean lists(ObjectKey key) {
        return objects.containsKey(key.identity());
    }

    boolean listsExactly(Collection<ObjectKey> keys) {
        return exists() && objects.size() == keys.size() && keys.stream().allMatch(this::lists);
    }

    /** The ConfigMap that lists these objects, to be applied only on the version that was read. */
    static String body(String platformNamespace, String tenant, Collection<ObjectKey> keys, String resourceVersion) {
        var sorted = new TreeMap<String, ObjectKey>();
        keys.forEach(key -> sorted.put(key.identity(), key));
        var lines = new StringBuilder();
        sorted.values().forEach(key -> lines.append(key).append('\n'));
        var configMap = Json.object().put("apiVersion", "v1").put("kind", "ConfigMap");
        var metadata = configMap.putObject("metadata").put("name", name(tenant)).put("namespace", platformNamespace);
        if (!resourceVersion.isEmpty()) {
            metadata.put("resourceVersion", resourceVersion);
        }
        var labels = metadata.putObject("labels")
                .put(Labels.MANAGED_BY, Labels.TENANTRY)
                .put(LABEL, tenant.isEmpty() ? "shared" : "tenant");
        if (!tenant.isEmpty()) {
            labels.put(Labels.TENANT, tenant);
        }
        configMap.putObject("data").put(OBJECTS, lines.toString());
        return configMap.toString();
    }
}
