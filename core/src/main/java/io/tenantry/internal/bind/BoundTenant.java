package io.tenantry.internal.bind;

import io.tenantry.Tenant;
import io.tenantry.spi.Section;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/**
 * A tenant with every section merged, for itself and for each of its namespaces.
 *
 * @param origin the mapping {@code spec}; null when the tenant was made in Java
 * @param namespaces by name
 */
public record BoundTenant(
        Tenant tenant,
        @Nullable Origin origin,
        Map<Section<?>, Merged<?>> sections,
        SortedMap<String, Map<Section<?>, Merged<?>>> namespaces) {

    /** The tenant's own level. */
    public <C> Merged<C> section(Section<C> section) {
        return get(sections, section);
    }

    /** The level of one of its namespaces. */
    public <C> Merged<C> section(Section<C> section, String namespace) {
        return get(Objects.requireNonNull(namespaces.get(namespace), namespace), section);
    }

    /** Where a key of {@code spec} that core owns is written; null when the tenant was made in Java. */
    public io.tenantry.validation.@Nullable Location locate(List<String> keys) {
        return origin == null ? null : origin.locate(keys);
    }

    @SuppressWarnings("unchecked") // the map is only filled with a section's own merged value
    private static <C> Merged<C> get(Map<Section<?>, Merged<?>> sections, Section<C> section) {
        return (Merged<C>) Objects.requireNonNull(sections.get(section), section.toString());
    }
}
