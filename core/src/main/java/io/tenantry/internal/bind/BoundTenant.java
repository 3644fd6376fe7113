package io.tenantry.internal.bind;

import io.tenantry.Tenant;
import io.tenantry.internal.bind.Merged.Place;
import io.tenantry.spi.Section;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/**
 * A tenant with every section merged, for itself and for each of its namespaces.
 *
 * @param origin null when the tenant was made in Java
 * @param namespaces by name
 */
public record BoundTenant(
        Tenant tenant,
        @Nullable TenantOrigin origin,
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

    /** Whether something of its document could not be read. */
    public boolean isFlawed() {
        return origin != null && origin.root().document().flawed();
    }

    /** The place of the tenant's name. */
    public Place namePlace() {
        return new Place("metadata.name", origin == null ? null : origin.name());
    }

    /** The place of a key of {@code spec} that core owns; of {@code spec} itself without keys. */
    public Place place(List<String> keys) {
        return new Place(
                path("spec", keys), origin == null ? null : origin.spec().locate(keys));
    }

    /** The place of a key that core owns in a namespace's entry; of the namespace's name without keys. */
    public Place namespacePlace(int index, List<String> keys) {
        if (origin != null && !origin.namespaces().isEmpty()) {
            var entry = origin.namespaces().get(index);
            return new Place(path(entry.path(), keys), entry.locate(keys.isEmpty() ? List.of("name") : keys));
        }
        var name = tenant.namespaces().get(index).name();
        return keys.isEmpty() && name.equals(tenant.name())
                ? namePlace()
                : new Place(path("spec.namespaces[" + name + "]", keys), null);
    }

    private static String path(String parent, List<String> keys) {
        return keys.isEmpty() ? parent : parent + "." + String.join(".", keys);
    }

    @SuppressWarnings("unchecked") // the map is only filled with a section's own merged value
    private static <C> Merged<C> get(Map<Section<?>, Merged<?>> sections, Section<C> section) {
        return (Merged<C>) Objects.requireNonNull(sections.get(section), section::toString);
    }
}
