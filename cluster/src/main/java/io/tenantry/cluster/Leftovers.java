package io.tenantry.cluster;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What was applied before and is to go; pure.
 *
 * <p>Only what an inventory lists, and what is still Tenantry's and that tenant's, is ever deleted.
 */
final class Leftovers {
    private final PlanBuilder plan;
    private final boolean deleteNamespaces;

    Leftovers(PlanBuilder plan, boolean deleteNamespaces) {
        this.plan = plan;
        this.deleteNamespaces = deleteNamespaces;
    }

    /** What an inventory lists and nobody wants any more. */
    Collection<ObjectKey> of(Inventory inventory, Desired desired) {
        return inventory.objects().values().stream()
                .filter(key -> desired.find(key) == null)
                .toList();
    }

    /**
     * Plans to delete what is no longer wanted of a tenant that goes on. A Namespace that stays, stays as it is: without
     * its quota and network policies whatever runs there would be free.
     *
     * @return what stays, for the inventory
     */
    List<ObjectKey> prune(Inventory inventory, Desired desired) {
        var leftovers = of(inventory, desired);
        var dropped = leftovers.stream()
                .filter(ObjectKey::isNamespace)
                .map(ObjectKey::name)
                .collect(Collectors.toSet());
        if (deleteNamespaces) {
            return remove(inventory.tenant(), leftovers);
        }
        var kept = leftovers.stream()
                .filter(key -> dropped.contains(key.home()))
                .filter(key -> isLive(key, inventory.tenant()))
                .collect(Collectors.toCollection(ArrayList::new));
        kept.stream()
                .filter(ObjectKey::isNamespace)
                .forEach(key -> plan.note("namespace " + key.name() + ", which tenant " + inventory.tenant()
                        + " no longer has, stays as it is; --delete-namespaces deletes it"));
        remove(
                inventory.tenant(),
                leftovers.stream().filter(key -> !dropped.contains(key.home())).toList());
        return kept;
    }

    /**
     * Plans to delete objects of a tenant: what is in a Namespace that goes, goes with it.
     *
     * @return what stays, for the inventory
     */
    List<ObjectKey> remove(String tenant, Collection<ObjectKey> objects) {
        var live = new LinkedHashMap<String, Live>();
        for (var key : objects) {
            var found = plan.snapshot().find(key);
            if (found != null && isLive(key, tenant)) {
                live.put(key.identity(), found);
            }
        }
        var going = namespacesOf(live);
        var kept = new ArrayList<ObjectKey>();
        for (var object : live.values()) {
            var key = object.key();
            if (key.isNamespace() && !deleteNamespaces) {
                kept.add(key);
                plan.note("namespace " + key.name() + " stays, without what Tenantry put there; --delete-namespaces"
                        + " deletes it");
            } else if (key.isNamespace() || !going.contains(key.namespace())) {
                plan.delete(object, tenant);
            }
        }
        return kept;
    }

    private Set<String> namespacesOf(Map<String, Live> live) {
        var names = new HashSet<String>();
        if (deleteNamespaces) {
            live.values().stream().filter(object -> object.key().isNamespace()).forEach(object -> {
                var name = object.key().name();
                names.add(name);
                var claims = plan.snapshot().claims().getOrDefault(name, List.of());
                if (!claims.isEmpty()) {
                    plan.note("namespace " + name + " holds data: PersistentVolumeClaims "
                            + claims.stream().sorted().collect(Collectors.joining(", ")));
                }
            });
        }
        return names;
    }

    /** Whether an object exists and may be deleted; says when it may not. */
    private boolean isLive(ObjectKey key, String tenant) {
        var live = plan.snapshot().find(key);
        if (live == null) {
            return false;
        }
        boolean ours = live.ours() && (live.tenant().isEmpty() || live.tenant().equals(tenant));
        if (!ours) {
            plan.note(key.words() + " was Tenantry's and no longer is; left alone");
        }
        return ours;
    }
}
