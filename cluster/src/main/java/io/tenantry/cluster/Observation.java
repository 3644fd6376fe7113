package io.tenantry.cluster;

import io.tenantry.Labels;
import io.tenantry.cluster.server.Answer;
import io.tenantry.cluster.server.ApiServer;
import io.tenantry.cluster.server.Call;
import io.tenantry.cluster.server.Resource;
import io.tenantry.cluster.server.Resources;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/**
 * Reads what is on the cluster: one list of each kind, and single objects only where a list by label cannot show them.
 */
final class Observation {
    /** From how many tenants on the lists are of all tenants. */
    private static final int MANY_TENANTS = 40;

    /** From how many missing objects on a list of all objects of the kind is shorter. */
    private static final int MANY_MISSING = 40;

    private static final String OURS = Labels.MANAGED_BY + "=" + Labels.TENANTRY;

    private final ApiServer server;
    private final Resources resources;
    private final String platformNamespace;
    private final Map<String, Live> objects = new ConcurrentHashMap<>();

    Observation(ApiServer server, Resources resources, String platformNamespace) {
        this.server = server;
        this.resources = resources;
        this.platformNamespace = platformNamespace;
    }

    /**
     * Looks at everything that is wanted, and at what the inventories list.
     *
     * @param allTenants whether tenants that are not in the input are looked at too
     * @param deleting whether Namespaces may be deleted, so that what else hangs on them matters
     */
    Snapshot of(Desired desired, boolean allTenants, boolean deleting) {
        var inventories = inventories();
        var keys = new LinkedHashMap<String, ObjectKey>();
        inventories.forEach((tenant, inventory) -> {
            if (allTenants || tenant.isEmpty() || desired.tenants().contains(tenant)) {
                keys.putAll(inventory.objects());
            }
        });
        desired.objects().forEach(wanted -> keys.put(wanted.key().identity(), wanted.key()));
        var selectors = selectors(allTenants ? Set.of() : desired.tenants());
        var byKind = keys.values().stream().collect(Collectors.groupingBy(Observation::kind));
        var namespaces = byKind.remove("v1/Namespace");
        if (namespaces != null) {
            observe(namespaces, selectors, desired);
        }
        server.workers().forEach(byKind.values(), kind -> observe(kind, selectors, desired));
        var platform = platform();
        return new Snapshot(
                objects,
                inventories,
                !platform.isMissingNode(),
                platform.path("metadata").path("labels").has(Platform.LABEL),
                deleting ? tenantNamespaces() : Map.of(),
                deleting ? claims() : Map.of());
    }

    Map<String, Inventory> inventories() {
        var inventories = new TreeMap<String, Inventory>();
        Page.forEach(
                server,
                "/api/v1/namespaces/" + platformNamespace + "/configmaps",
                Inventory.LABEL,
                "configmaps in namespace " + platformNamespace,
                configMap -> {
                    var inventory = Inventory.of(configMap);
                    inventories.put(inventory.tenant(), inventory);
                });
        return inventories;
    }

    private static String kind(ObjectKey key) {
        return key.apiVersion() + "/" + key.kind();
    }

    /** Which of our objects to list: of some tenants and the shared ones, or of all. */
    private static List<String> selectors(Set<String> tenants) {
        return tenants.isEmpty() || tenants.size() >= MANY_TENANTS
                ? List.of(OURS)
                : List.of(
                        OURS + "," + Labels.TENANT + " in (" + String.join(",", new TreeSet<>(tenants)) + ")",
                        OURS + ",!" + Labels.TENANT);
    }

    /** Objects of one kind. */
    private void observe(List<ObjectKey> keys, List<String> selectors, Desired desired) {
        var first = keys.get(0);
        var resource = resources.find(first.apiVersion(), first.kind());
        if (resource.isEmpty()) {
            return;
        }
        var byIdentity = keys.stream().collect(Collectors.toMap(ObjectKey::identity, key -> key, (a, b) -> a));
        for (var selector : selectors) {
            list(first, resource.get(), selector, byIdentity, desired);
        }
        var missing = keys.stream().filter(this::mayExistUnlabelled).toList();
        if (missing.size() >= MANY_MISSING) {
            list(first, resource.get(), "", byIdentity, desired);
        } else {
            missing.forEach(key -> get(key, resource.get(), desired));
        }
    }

    private void list(
            ObjectKey kind, Resource resource, String selector, Map<String, ObjectKey> keys, Desired desired) {
        Page.forEach(server, resource.everywhere(), selector, resource.plural(), object -> {
            var metadata = object.path("metadata");
            var key = new ObjectKey(
                    kind.apiVersion(),
                    kind.kind(),
                    metadata.path("namespace").asString(""),
                    metadata.path("name").asString(""));
            if (keys.containsKey(key.identity())) {
                keep(key, object, desired);
            }
        });
    }

    private void keep(ObjectKey key, JsonNode object, Desired desired) {
        objects.put(key.identity(), Live.of(key, object, desired.find(key)));
    }

    /** Not found by label; but where its namespace does not exist it does not either. */
    private boolean mayExistUnlabelled(ObjectKey key) {
        return !objects.containsKey(key.identity())
                && (key.namespace().isEmpty()
                        || key.namespace().equals(platformNamespace)
                        || objects.containsKey(
                                ObjectKey.namespace(key.namespace()).identity()));
    }

    private void get(ObjectKey key, Resource resource, Desired desired) {
        var call = Call.get(resource.path(key.namespace(), key.name()));
        var answer = server.send(call);
        if (answer.succeeded()) {
            keep(key, answer.tree(), desired);
        } else if (answer.status() != Answer.NOT_FOUND) {
            throw ApiServer.refused(answer, call, resource.plural() + " " + key.name());
        }
    }

    private JsonNode platform() {
        var call = Call.get("/api/v1/namespaces/" + platformNamespace);
        var answer = server.send(call);
        if (!answer.succeeded() && answer.status() != Answer.NOT_FOUND) {
            throw ApiServer.refused(answer, call, "namespace " + platformNamespace);
        }
        return answer.succeeded() ? answer.tree() : MissingNode.getInstance();
    }

    Map<String, String> tenantNamespaces() {
        var found = new TreeMap<String, String>();
        Page.forEach(server, "/api/v1/namespaces", Labels.TENANT, "namespaces", namespace -> {
            var metadata = namespace.path("metadata");
            found.put(
                    metadata.path("name").asString(""),
                    metadata.path("labels").path(Labels.TENANT).asString(""));
        });
        return found;
    }

    private Map<String, List<String>> claims() {
        var claims = new HashMap<String, List<String>>();
        Page.forEach(server, "/api/v1/persistentvolumeclaims", "", "persistentvolumeclaims", claim -> {
            var metadata = claim.path("metadata");
            claims.computeIfAbsent(metadata.path("namespace").asString(""), unused -> new ArrayList<>())
                    .add(metadata.path("name").asString(""));
        });
        return claims;
    }
}
