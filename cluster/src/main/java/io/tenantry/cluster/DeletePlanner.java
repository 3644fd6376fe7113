package io.tenantry.cluster;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** What it takes to remove tenants; pure. */
final class DeletePlanner {
    private final Desired desired;
    private final boolean deleteNamespaces;
    private final PlanBuilder plan;
    private final Leftovers leftovers;

    DeletePlanner(Desired desired, boolean deleteNamespaces, PlanBuilder plan) {
        this.desired = desired;
        this.deleteNamespaces = deleteNamespaces;
        this.plan = plan;
        leftovers = new Leftovers(plan, deleteNamespaces);
    }

    Plan plan() {
        for (var tenant : desired.tenants()) {
            plan.inventory(tenant, leftovers.remove(tenant, known(tenant)));
        }
        boolean last = isLast();
        if (last) {
            plan.inventory("", leftovers.remove("", known("")));
        } else {
            plan.note("what tenants share stays, for there are other namespaces of tenants: "
                    + String.join(", ", remaining()));
        }
        boolean removesPlatform = last && deleteNamespaces && plan.snapshot().platformNamespaceIsOurs();
        return plan.build(desired, false, removesPlatform);
    }

    /** What was applied, and what would be: the second finds what an inventory that was lost would have listed. */
    private List<ObjectKey> known(String tenant) {
        var keys = new LinkedHashMap<>(plan.snapshot().inventory(tenant).objects());
        desired.keys(tenant).forEach(key -> keys.putIfAbsent(key.identity(), key));
        return new ArrayList<>(keys.values());
    }

    private boolean isLast() {
        var others = new HashSet<>(plan.snapshot().inventories().keySet());
        others.remove("");
        others.removeAll(desired.tenants());
        return others.isEmpty() && remaining().isEmpty();
    }

    /** Namespaces of tenants that this plan does not delete. */
    private Set<String> remaining() {
        var remaining = new TreeSet<>(plan.snapshot().tenantNamespaces().keySet());
        if (deleteNamespaces) {
            plan.snapshot().tenantNamespaces().forEach((namespace, tenant) -> {
                var live = plan.snapshot().find(ObjectKey.namespace(namespace));
                if (desired.tenants().contains(tenant) && live != null && live.ours()) {
                    remaining.remove(namespace);
                }
            });
        }
        return remaining;
    }
}
