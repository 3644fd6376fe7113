package io.tenantry.testkit.controlplane;

import io.fabric8.kubernetes.api.model.HasMetadata;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;

/** Where objects are found in the API, as the server's own discovery says. */
final class RestPaths {
    private final Map<String, Map<String, Resource>> resources = new ConcurrentHashMap<>();

    private record Resource(String plural, boolean namespaced) {}

    /** The path of one object. */
    String of(HasMetadata object, ApiClient client) {
        return collection(object, client) + "/" + object.getMetadata().getName();
    }

    /** The path of all objects of this kind, in the object's namespace. */
    String collection(HasMetadata object, ApiClient client) {
        var version = object.getApiVersion();
        var resource = resource(version, object.getKind(), client);
        var namespace = resource.namespaced()
                ? "/namespaces/"
                        + Objects.requireNonNull(object.getMetadata().getNamespace(), "the object names no namespace")
                : "";
        return root(version) + namespace + "/" + resource.plural();
    }

    private Resource resource(String version, String kind, ApiClient client) {
        var known = resources.getOrDefault(version, Map.of()).get(kind);
        if (known == null) {
            resources.put(version, discover(version, client));
            known = resources.get(version).get(kind);
        }
        if (known == null) {
            throw new IllegalArgumentException("the API server knows no " + kind + " of " + version);
        }
        return known;
    }

    private static Map<String, Resource> discover(String version, ApiClient client) {
        var found = new HashMap<String, Resource>();
        for (var resource : client.get(root(version)).at("/resources")) {
            var name = resource.path("name").asString();
            if (!name.contains("/")) {
                found.put(
                        resource.path("kind").asString(),
                        new Resource(name, resource.path("namespaced").asBoolean()));
            }
        }
        return found;
    }

    private static String root(String version) {
        return version.contains("/") ? "/apis/" + version : "/api/" + version;
    }
}
