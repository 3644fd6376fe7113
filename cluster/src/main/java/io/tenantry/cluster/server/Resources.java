package io.tenantry.cluster.server;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What a server serves, asked for group by group and kept. Safe for use by several threads.
 *
 * @see <a href="https://kubernetes.io/docs/concepts/overview/kubernetes-api/#discovery-api">Discovery API</a>
 */
public final class Resources {
    private final ApiServer server;
    private final Map<String, Map<String, Resource>> byVersion = new ConcurrentHashMap<>();

    public Resources(ApiServer server) {
        this.server = server;
    }

    /** The resource of a kind; empty when the server does not serve it. */
    public Optional<Resource> find(String apiVersion, String kind) {
        return Optional.ofNullable(
                byVersion.computeIfAbsent(apiVersion, this::discover).get(kind));
    }

    /** The resource of a kind that was found before. */
    public Resource require(String apiVersion, String kind) {
        return find(apiVersion, kind)
                .orElseThrow(
                        () -> new ClusterException(server.url() + " no longer serves " + kind + " of " + apiVersion));
    }

    private Map<String, Resource> discover(String apiVersion) {
        var root = (apiVersion.contains("/") ? "/apis/" : "/api/") + apiVersion;
        var call = Call.get(root);
        var answer = server.send(call);
        if (answer.status() == Answer.NOT_FOUND) {
            return Map.of();
        }
        if (!answer.succeeded()) {
            throw ApiServer.refused(answer, call, "what " + apiVersion + " serves");
        }
        var found = new HashMap<String, Resource>();
        for (var resource : answer.tree().path("resources")) {
            var name = resource.path("name").asString();
            if (!name.contains("/")) {
                found.put(
                        resource.path("kind").asString(),
                        new Resource(root, name, resource.path("namespaced").asBoolean()));
            }
        }
        return found;
    }
}
