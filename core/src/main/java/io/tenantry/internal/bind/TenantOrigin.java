package io.tenantry.internal.bind;

import io.tenantry.validation.Location;
import java.util.List;

/**
 * Where a tenant's document has what core owns.
 *
 * @param root the whole document
 * @param spec the mapping {@code spec}
 * @param namespaces an entry for each of {@link io.tenantry.Tenant#namespaces()} in that order; none when none is
 *     written
 */
public record TenantOrigin(Origin root, Origin spec, List<Origin> namespaces) {
    public TenantOrigin {
        namespaces = List.copyOf(namespaces);
    }

    /** Where the tenant is named. */
    public Location name() {
        return root.locate(List.of("metadata", "name"));
    }
}
