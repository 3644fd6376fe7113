package io.tenantry.spi;

import java.util.List;

/**
 * A contributor that also has something to say about the cluster as a whole.
 *
 * @param <C> the section's config, a record
 */
public interface ClusterContributor<C> extends ManifestContributor<C> {

    /**
     * The objects that exist once, whatever tenants there are: {@link SharedPolicy shared policies}, ClusterRoles.
     *
     * <p>They are a function of the cluster profile alone, so that applying or deleting some tenants never touches what
     * guards the others. What differs between tenants travels in annotations of their namespaces.
     */
    default Manifests shared(ClusterView cluster) {
        return Manifests.none();
    }

    /** Files for the cluster's own machinery, merged over all tenants, which come sorted by name. */
    default List<ClusterFile> files(List<TenantView<C>> tenants, ClusterView cluster) {
        return List.of();
    }

    /** Problems that only show when all tenants, sorted by name, are seen together. */
    default void validateAll(List<TenantView<C>> tenants, Problems problems) {}
}
