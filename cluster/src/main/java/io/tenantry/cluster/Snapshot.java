package io.tenantry.cluster;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What was found on the cluster.
 *
 * @param objects what exists of all that is wanted or was applied, by identity
 * @param inventories of all tenants that were ever applied, and of what they share under the empty string
 * @param platformNamespaceExists whether inventories have a place
 * @param platformNamespaceIsOurs whether Tenantry made that place
 * @param tenantNamespaces every Namespace with a tenant's label, and that tenant
 * @param claims names of PersistentVolumeClaims by Namespace, of those Namespaces that may be deleted
 */
record Snapshot(
        Map<String, Live> objects,
        Map<String, Inventory> inventories,
        boolean platformNamespaceExists,
        boolean platformNamespaceIsOurs,
        Map<String, String> tenantNamespaces,
        Map<String, List<String>> claims) {

    @Nullable
    Live find(ObjectKey key) {
        return objects.get(key.identity());
    }

    /** Those of some tenants that were never applied, as far as this platform namespace knows. */
    List<String> withoutInventory(Collection<String> tenants) {
        return tenants.stream()
                .filter(tenant -> !inventories.containsKey(tenant))
                .toList();
    }

    Inventory inventory(String tenant) {
        var inventory = inventories.get(tenant);
        return inventory == null ? Inventory.none(tenant) : inventory;
    }
}
