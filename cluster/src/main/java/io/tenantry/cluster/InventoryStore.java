package io.tenantry.cluster;

import io.tenantry.cluster.server.Answer;
import io.tenantry.cluster.server.ApiServer;
import io.tenantry.cluster.server.Call;
import io.tenantry.cluster.server.ClusterException;
import io.tenantry.cluster.server.Resources;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The inventories on the cluster, and the Namespace that holds them. */
final class InventoryStore {
    /** What every Namespace has from the start. */
    private static final Set<String> EVERYWHERE = Set.of("kube-root-ca.crt", "default");

    private final ApiServer server;
    private final String namespace;
    private final Map<String, Inventory> current = new ConcurrentHashMap<>();

    InventoryStore(ApiServer server, String namespace) {
        this.server = server;
        this.namespace = namespace;
    }

    void createNamespace() {
        server.require(
                Call.apply("/api/v1/namespaces/" + namespace, Platform.body(namespace), false, false),
                "namespace " + namespace);
    }

    /**
     * Looks, now that nobody else writes, whether the plan was made from what is there.
     *
     * @throws ClusterException when it was not
     */
    void requireUnchanged(Snapshot snapshot) {
        current.putAll(new Observation(server, new Resources(server), namespace).inventories());
        boolean same = current.keySet().equals(snapshot.inventories().keySet())
                && current.values().stream()
                        .allMatch(inventory -> inventory
                                .resourceVersion()
                                .equals(snapshot.inventory(inventory.tenant()).resourceVersion()));
        if (!same) {
            throw new ClusterException("another run changed this cluster after the plan was made; run it again");
        }
    }

    /** Makes each tenant's inventory list these objects; one that lists none is deleted. */
    void write(Map<String, Collection<ObjectKey>> inventories) {
        server.workers().forEach(inventories.entrySet(), entry -> write(entry.getKey(), entry.getValue()));
    }

    private void write(String tenant, Collection<ObjectKey> keys) {
        var now = current.getOrDefault(tenant, Inventory.none(tenant));
        if (keys.isEmpty()) {
            delete(now);
        } else if (!now.listsExactly(keys)) {
            var body = Inventory.body(namespace, tenant, keys, now.resourceVersion());
            var answer =
                    server.require(Call.apply(path(tenant), body, true, false), "configmaps in namespace " + namespace);
            current.put(tenant, Inventory.of(answer.tree()));
        }
    }

    private void delete(Inventory inventory) {
        if (!inventory.exists()) {
            return;
        }
        var call = Call.delete(path(inventory.tenant()), inventory.uid());
        var answer = server.send(call);
        if (!answer.succeeded() && answer.status() != Answer.NOT_FOUND) {
            throw ApiServer.refused(answer, call, "configmaps in namespace " + namespace);
        }
        current.remove(inventory.tenant());
    }

    /** Deletes the Namespace when nobody has put anything there; says why when it stays. */
    List<String> deleteNamespace() {
        for (var kind : List.of("configmaps", "secrets", "serviceaccounts", "persistentvolumeclaims", "pods")) {
            var foreign = ConcurrentHashMap.<String>newKeySet();
            Page.forEach(
                    server,
                    "/api/v1/namespaces/" + namespace + "/" + kind,
                    "",
                    kind,
                    object -> foreign.add(object.path("metadata").path("name").asString("")));
            foreign.removeAll(EVERYWHERE);
            if (!foreign.isEmpty()) {
                return List.of("namespace " + namespace + " stays, for it holds " + kind + " "
                        + String.join(", ", foreign.stream().sorted().toList()));
            }
        }
        var found = server.require(Call.get("/api/v1/namespaces/" + namespace), "namespace " + namespace);
        var uid = found.tree().path("metadata").path("uid").asString("");
        server.require(Call.delete("/api/v1/namespaces/" + namespace, uid), "namespace " + namespace);
        return List.copyOf(new Readiness(server, Progress.SILENT)
                .goneNamespaces(Map.of(namespace, uid))
                .values());
    }

    private String path(String tenant) {
        return "/api/v1/namespaces/" + namespace + "/configmaps/" + Inventory.name(tenant);
    }
}
