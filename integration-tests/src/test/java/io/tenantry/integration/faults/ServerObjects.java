package io.tenantry.integration.faults;

import io.tenantry.testkit.controlplane.ApiClient;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Every object that an API server has, of every kind that its discovery names.
 *
 * @param byKey by {@code apiVersion/kind/namespace/name}
 */
record ServerObjects(SortedMap<String, JsonNode> byKey) {
    private static final Set<String> VOLATILE = Set.of("Event", "Lease", "ComponentStatus");

    static ServerObjects of(ApiClient administrator) {
        var objects = new TreeMap<String, JsonNode>();
        versions(administrator).parallelStream().forEach(version -> {
            var found = ofVersion(version, administrator);
            synchronized (objects) {
                objects.putAll(found);
            }
        });
        return new ServerObjects(objects);
    }

    /** Keys of what Tenantry made for these tenants; the empty name stands for what all share. */
    Set<String> ofTenants(Set<String> tenants) {
        var keys = new TreeMap<>(byKey);
        keys.values().removeIf(object -> !isTenantrys(object) || !tenants.contains(tenant(object)));
        return keys.keySet();
    }

    /** What Tenantry made for others than these, as it is but for what the control plane writes into it. */
    SortedMap<String, JsonNode> ofOthersThan(Set<String> tenants) {
        var others = new TreeMap<String, JsonNode>();
        byKey.forEach((key, object) -> {
            if (isTenantrys(object) && !tenants.contains(tenant(object))) {
                others.put(key, withoutStatus(object));
            }
        });
        return others;
    }

    /** The versions of Tenantry's objects: each write makes a new one, and so does a change of status. */
    SortedMap<String, String> versions() {
        var versions = new TreeMap<String, String>();
        byKey.forEach((key, object) -> {
            if (isTenantrys(object)) {
                versions.put(key, object.at("/metadata/resourceVersion").asString());
            }
        });
        return versions;
    }

    private static JsonNode withoutStatus(JsonNode object) {
        var copy = (ObjectNode) object.deepCopy();
        copy.remove("status");
        ((ObjectNode) copy.path("metadata")).remove(List.of("resourceVersion", "managedFields"));
        return copy;
    }

    private static boolean isTenantrys(JsonNode object) {
        return label(object, "app.kubernetes.io~1managed-by").equals("tenantry");
    }

    private static String tenant(JsonNode object) {
        return label(object, "tenantry.io~1tenant");
    }

    private static String label(JsonNode object, String pointer) {
        return object.at("/metadata/labels/" + pointer).asString("");
    }

    private static List<String> versions(ApiClient administrator) {
        var versions = new ArrayList<>(List.of("v1"));
        for (var group : administrator.get("/apis").at("/groups")) {
            versions.add(group.at("/preferredVersion/groupVersion").asString());
        }
        return versions;
    }

    private static Map<String, JsonNode> ofVersion(String version, ApiClient administrator) {
        var root = version.contains("/") ? "/apis/" + version : "/api/" + version;
        var objects = new TreeMap<String, JsonNode>();
        for (var resource : administrator.get(root).at("/resources")) {
            var kind = resource.path("kind").asString();
            boolean listed = resource.path("verbs").toString().contains("\"list\"") && !VOLATILE.contains(kind);
            if (listed) {
                for (var object : administrator
                        .get(root + "/" + resource.path("name").asString())
                        .orFail()
                        .at("/items")) {
                    objects.put(key(version, kind, object), object);
                }
            }
        }
        return objects;
    }

    private static String key(String version, String kind, JsonNode object) {
        return version + "/" + kind + "/" + object.at("/metadata/namespace").asString("") + "/"
                + object.at("/metadata/name").asString();
    }
}
